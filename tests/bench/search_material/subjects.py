"""What the made-up documents are about: each subject with the names it goes by and sentences that are about it.

`near` names subjects so close that a document about one is of some use to who asks for the other. All written for this bench.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    key: str
    names: tuple[str, ...]  # wordings of the same thing; a title takes one of them
    sentences: tuple[str, ...]
    labels: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def _read(text: str) -> dict[str, Subject]:
    """Blocks: `key | name; name | label; label | near`, then one sentence a line."""
    found = {}
    for block in text.strip().split("\n\n"):
        head, *sentences = block.split("\n")
        key, names, labels, near = (part.strip() for part in head.split("|"))
        found[key] = Subject(key, _parts(names), tuple(sentences), _parts(labels), _parts(near))
    return found


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


SUBJECTS = _read("""
dienthoai | thu giữ điện thoại; tạm giữ điện thoại; tịch thu điện thoại di động | Điều 17 ICCPR; đời tư | thutin; nhao
Người có thẩm quyền chỉ được thu giữ điện thoại khi có quyết định bằng văn bản và phải lập biên bản.
Chủ máy được nhận một bản biên bản tạm giữ tài sản ghi rõ loại máy và tình trạng của máy.
Không ai được tự ý mở điện thoại, đọc tin nhắn hay xem ảnh riêng của người khác.
Hết thời hạn tạm giữ, thiết bị phải được trả lại cho chủ sở hữu nếu không liên quan đến vụ việc.

thutin | bí mật thư tín; bí mật thư từ, điện thoại, điện tín | Điều 17 ICCPR; Điều 21 Hiến pháp | dienthoai; dulieu
Thư tín, điện tín và các hình thức trao đổi riêng tư khác của mỗi người được pháp luật bảo vệ.
Không ai được bóc mở, kiểm soát hoặc thu giữ trái luật thư của người khác.
Việc nghe lén cuộc gọi riêng xâm phạm đời tư của cả hai phía.

nhao | chỗ ở bất khả xâm phạm; khám xét chỗ ở; khám nhà | Điều 22 Hiến pháp; chỗ ở | dienthoai; bat
Không ai được tự ý vào chỗ ở của người khác nếu không được người đó đồng ý.
Việc khám nhà phải có lệnh, có người chứng kiến và không được làm vào ban đêm trừ trường hợp khẩn cấp.
Biên bản khám xét ghi rõ đồ vật bị đưa đi và được đọc lại cho chủ nhà nghe.

bat | bắt, tạm giữ, tạm giam; quyền của người bị bắt | Điều 9 ICCPR; tự do thân thể | xetxu; tratan
Người bị bắt phải được báo ngay lý do và được đưa sớm tới người có thẩm quyền xét xử.
Gia đình được thông báo về nơi người thân bị tạm giữ trong thời hạn luật định.
Người bị tạm giam được gặp người bào chữa và được thăm nuôi theo lịch.
Giam giữ quá hạn mà không có lệnh gia hạn là trái pháp luật.

xetxu | xét xử công bằng; phiên tòa công bằng; suy đoán vô tội | Điều 14 ICCPR; tòa án | bat; luatsu
Mỗi người được coi là không có tội cho đến khi có bản án kết tội đã có hiệu lực.
Bị cáo có quyền được xét xử công khai bởi một tòa án độc lập và không thiên vị.
Phiên xử phải có phiên dịch miễn phí khi bị cáo không hiểu tiếng nói dùng tại tòa.

tratan | chống tra tấn; cấm bức cung, nhục hình | CAT; Công ước chống tra tấn | bat
Mọi hình thức tra tấn, bạo lực, truy bức, nhục hình đều bị nghiêm cấm trong mọi hoàn cảnh.
Lời khai lấy được bằng nhục hình không được dùng làm chứng cứ.
Việc ghi âm, ghi hình khi hỏi cung giúp ngăn ngừa bức cung.

luatsu | trợ giúp pháp lý miễn phí; luật sư bào chữa; người bào chữa | trợ giúp pháp lý | xetxu
Người thuộc hộ nghèo, trẻ em và người có công được trợ giúp pháp lý không mất tiền.
Trung tâm cử trợ giúp viên hoặc luật sư tham gia tố tụng ngay khi nhận được đơn.
Người dân chỉ cần đơn yêu cầu và giấy tờ chứng minh thuộc diện được giúp.

duoiviec | sa thải trái luật; chấm dứt hợp đồng lao động trái pháp luật; bị đuổi việc | Bộ luật Lao động; việc làm | tienluong; thaisan
Chủ sử dụng lao động không được đơn phương cho nghỉ việc khi không có lý do được luật thừa nhận.
Người bị sa thải trái luật được nhận trở lại làm việc và được trả lương những ngày không được làm.
Trước khi xử lý kỷ luật sa thải, phải có cuộc họp với sự tham gia của công đoàn cơ sở.

tienluong | nợ lương, chậm trả lương; tiền lương tối thiểu; trả công làm thêm giờ | Điều 7 ICESCR; việc làm | duoiviec
Tiền lương phải được trả đúng hạn và không thấp hơn mức tối thiểu vùng.
Làm thêm giờ vào ngày nghỉ lễ được trả công ít nhất gấp ba ngày thường.
Doanh nghiệp chậm trả lương quá mười lăm ngày phải trả thêm khoản tiền lãi.

thaisan | chế độ thai sản; lao động nữ mang thai; nghỉ sinh con | CEDAW; lao động nữ | duoiviec; phunu
Lao động nữ mang thai, nuôi con dưới mười hai tháng tuổi không bị sa thải vì lý do thai sản.
Người mẹ được nghỉ sinh con sáu tháng và hưởng trợ cấp từ quỹ bảo hiểm xã hội.
Người cha đóng bảo hiểm cũng được nghỉ khi vợ sinh.

baohiem | bảo hiểm y tế; thẻ bảo hiểm y tế; thẻ BHYT | Điều 12 ICESCR; sức khỏe | chuabenh
Người có thẻ được quỹ trả phần lớn chi phí khi khám đúng tuyến.
Trẻ dưới sáu tuổi, người nghèo và người dân tộc ở vùng khó khăn được Nhà nước đóng toàn bộ tiền thẻ.
Khi quên thẻ giấy, người bệnh dùng căn cước hoặc ứng dụng để làm thủ tục.

chuabenh | quyền được khám bệnh, chữa bệnh; chăm sóc sức khỏe ban đầu | Điều 12 ICESCR; sức khỏe | baohiem
Cơ sở y tế không được từ chối cấp cứu với lý do người bệnh chưa nộp tiền.
Người bệnh được giải thích về tình trạng của mình và được đồng ý hoặc từ chối cách điều trị.
Hồ sơ bệnh án là thông tin riêng, chỉ đưa cho người khác khi người bệnh cho phép.

treem | quyền trẻ em; bảo vệ trẻ em; phòng chống xâm hại trẻ em | CRC; trẻ em; tổng đài 111 | baohanhtre; tremoicoi
Trẻ em có quyền được sống, được bảo vệ, được phát triển và được tham gia.
Mọi quyết định liên quan đến trẻ phải đặt lợi ích tốt nhất của các em lên trước.
Người biết trẻ bị xâm hại có trách nhiệm báo ngay qua tổng đài 111.

baohanhtre | lao động trẻ em; trẻ em phải làm việc nặng | CRC; trẻ em | treem
Trẻ chưa đủ mười lăm tuổi chỉ được làm việc nhẹ và phải có cha mẹ đồng ý.
Cơ sở thuê trẻ làm việc nặng nhọc, độc hại bị phạt và có thể bị xử lý hình sự.
Các em rời ghế nhà trường để đi làm thuê được hỗ trợ quay lại lớp.

tremoicoi | nhận con nuôi; trẻ mồ côi; nuôi con nuôi | CRC; gia đình | treem
Việc nhận con nuôi phải vì lợi ích của trẻ và được đăng ký tại cơ quan có thẩm quyền.
Trẻ từ chín tuổi trở lên phải tự mình đồng ý thì việc cho làm con nuôi mới được công nhận.
Trẻ không có người chăm sóc được hưởng trợ cấp hằng tháng.

hocphi | quyền được đi học; miễn học phí; tiền trường đầu năm | Điều 13 ICESCR; giáo dục | khuyettathoc
Giáo dục tiểu học là bắt buộc và không phải trả học phí trong trường công lập.
Nhà trường không được giữ học bạ hay cho học sinh nghỉ học vì chưa đóng tiền.
Các khoản thu thỏa thuận phải được cha mẹ học sinh đồng ý và công khai.

khuyettathoc | giáo dục hòa nhập; học sinh khuyết tật | CRPD; giáo dục | khuyettat; hocphi
Trường học phải nhận trẻ khuyết tật vào lớp hòa nhập và có kế hoạch giáo dục cá nhân.
Học sinh khiếm thị được mượn sách chữ nổi, học sinh khiếm thính được học bằng ngôn ngữ ký hiệu.
Thời gian làm bài kiểm tra của các em được kéo dài khi cần.

khuyettat | quyền của người khuyết tật; người khuyết tật tiếp cận công trình; trợ cấp khuyết tật | CRPD; khuyết tật | khuyettathoc
Công trình công cộng phải có đường dốc, nhà vệ sinh và thang máy dùng được cho xe lăn.
Người khuyết tật nặng được hưởng trợ cấp xã hội hằng tháng và người nuôi dưỡng được hỗ trợ.
Không ai bị từ chối việc làm chỉ vì khiếm thị hay khiếm thính.

phunu | bình đẳng giới; quyền của phụ nữ; chống phân biệt đối xử với phụ nữ | CEDAW; phụ nữ | baoluc; thaisan
Nam và nữ bình đẳng trong việc tuyển dụng, đề bạt và trả công.
Tỷ lệ nữ tham gia cấp ủy và hội đồng nhân dân tăng dần qua từng nhiệm kỳ.
Định kiến giới trong sách giáo khoa và quảng cáo cần được gỡ bỏ.

baoluc | bạo lực gia đình; chồng đánh vợ; nơi tạm lánh cho người bị bạo lực | CEDAW; gia đình | phunu; treem
Người bị bạo lực được đưa tới nơi tạm lánh và được chăm sóc, tư vấn tâm lý miễn phí.
Chủ tịch xã có thể ra quyết định cấm người gây bạo lực tiếp xúc với nạn nhân.
Đánh đập, chửi mắng hay kiểm soát tiền bạc của vợ chồng đều là hành vi bị cấm.

buonnguoi | phòng chống mua bán người; nạn nhân bị mua bán; lừa bán sang biên giới | mua bán người | ditru
Kẻ lừa đảo thường hứa hẹn việc nhẹ lương cao ở nước ngoài để đưa người qua biên giới.
Nạn nhân trở về được hỗ trợ chỗ ở tạm, học nghề và giấy tờ tùy thân.
Mua bán người dưới mười sáu tuổi bị phạt tù rất nặng.

ditru | lao động di cư; đi làm việc ở nước ngoài; xuất khẩu lao động | Công ước người di trú | buonnguoi
Người đi làm việc ở nước ngoài cần ký hợp đồng với doanh nghiệp có giấy phép.
Không đưa hộ chiếu cho người môi giới giữ hộ.
Cơ quan đại diện bảo hộ công dân nhận cuộc gọi suốt ngày đêm.

dantoc | tiếng nói và chữ viết dân tộc thiểu số; học tiếng mẹ đẻ; bảo tồn tiếng dân tộc | ICERD; Điều 27 ICCPR; tiếng Khmer; tiếng Mông | bandich
Đồng bào có quyền dùng tiếng nói, chữ viết, giữ gìn bản sắc và phong tục tốt đẹp của mình.
Lớp dạy chữ Khmer, chữ Thái và tiếng Mông được mở ở trường và ở chùa.
Đài phát thanh có chương trình bằng tiếng Ê Đê, Chăm, Tày và Nùng mỗi tuần.

bandich | phiên dịch tại tòa; bản dịch sang tiếng dân tộc; người phiên dịch | Điều 14 ICCPR; ngôn ngữ | dantoc; xetxu
Đương sự có quyền dùng tiếng của mình trước tòa và có người phiên dịch giúp.
Các văn bản phổ biến pháp luật được dịch và in song ngữ.
Người phiên dịch cam kết dịch trung thực, không thêm bớt.

tongiao | tự do tín ngưỡng, tôn giáo; đăng ký sinh hoạt tôn giáo tập trung; lễ hội tín ngưỡng | Điều 18 ICCPR; tôn giáo | hoihop
Mỗi người có quyền theo hoặc không theo một tôn giáo nào.
Nhóm người muốn sinh hoạt tôn giáo tập trung nộp hồ sơ đăng ký tại xã.
Lễ hội của chùa, nhà thờ, thánh thất được tổ chức theo thông báo hằng năm.

ngonluan | tự do ngôn luận; quyền bày tỏ ý kiến; tự do báo chí | Điều 19 ICCPR; Điều 25 Hiến pháp | tiepcan; mangxahoi
Quyền bày tỏ ý kiến bao gồm tìm kiếm, nhận và truyền đạt mọi loại thông tin.
Việc hạn chế phải do luật định và cần thiết để tôn trọng danh dự của người khác hoặc an ninh quốc gia.
Phê bình chính sách là một phần của đời sống dân chủ.

tiepcan | tiếp cận thông tin; yêu cầu cung cấp thông tin; công khai thông tin | Điều 19 ICCPR; Luật Tiếp cận thông tin | ngonluan
Công dân gửi phiếu yêu cầu cung cấp thông tin tới cơ quan tạo ra thông tin đó.
Cơ quan trả lời trong mười ngày làm việc; nếu từ chối phải nói rõ lý do.
Ngân sách, quy hoạch và thủ tục hành chính phải được công khai trên cổng thông tin.

mangxahoi | tin giả trên mạng xã hội; thông tin sai sự thật trên mạng; nhận biết tin giả | truyền thông số | dulieu; ngonluan
Trước khi chia sẻ một bài đăng, hãy xem nguồn, ngày đăng và tìm thêm ít nhất một nguồn khác.
Đăng lại tin bịa đặt xúc phạm người khác có thể bị phạt hành chính.
Hình ảnh cắt ghép bằng trí tuệ nhân tạo ngày càng khó nhận ra.

dulieu | bảo vệ dữ liệu cá nhân; lộ thông tin cá nhân; quyền riêng tư trên mạng | Điều 17 ICCPR; dữ liệu cá nhân | mangxahoi; madinhdanh
Người xử lý dữ liệu phải nói rõ mục đích và được chủ thể dữ liệu đồng ý.
Mỗi người có quyền yêu cầu xóa, sửa dữ liệu về mình và biết ai đã nhận chúng.
Mua bán danh sách số điện thoại của khách hàng là hành vi vi phạm.

madinhdanh | mã số định danh cá nhân; mã định danh; quét mã QR trên căn cước | căn cước; giấy tờ | khaisinh; dulieu
Mã số định danh cá nhân gồm mười hai chữ số và gắn với một người suốt đời.
Quét mã QR trên thẻ để xem thông tin mà không cần bản sao công chứng.
Người chưa có mã liên hệ công an xã để được cấp.

khaisinh | đăng ký khai sinh; giấy khai sinh cho con; khai sinh quá hạn | Điều 24 ICCPR; hộ tịch | madinhdanh; treem
Trẻ sinh ra được khai sinh trong vòng sáu mươi ngày tại xã nơi cha hoặc mẹ cư trú.
Con ngoài giá thú vẫn được làm giấy khai sinh và mang họ của mẹ.
Đăng ký quá hạn không bị phạt khi có lý do chính đáng.

kethon | đăng ký kết hôn; tảo hôn; kết hôn cận huyết | Điều 23 ICCPR; hôn nhân | lyhon
Nam từ đủ hai mươi tuổi, nữ từ đủ mười tám tuổi mới được kết hôn.
Việc lấy vợ lấy chồng do hai người tự nguyện quyết định, không ai được ép gả.
Tảo hôn khiến nhiều em gái bỏ học và sinh con quá sớm.

lyhon | ly hôn; giành quyền nuôi con sau ly hôn; cấp dưỡng cho con | hôn nhân; gia đình | kethon
Khi ly hôn, con dưới ba mươi sáu tháng tuổi thường được giao cho mẹ nuôi.
Người không trực tiếp nuôi có nghĩa vụ cấp dưỡng và được thăm con.
Tài sản chung được chia theo công sức đóng góp của mỗi bên.

datdai | thu hồi đất; đền bù giải phóng mặt bằng; bồi thường về đất, tái định cư | đất đai; khiếu nại | nhao
Người có đất bị thu hồi được thông báo trước ít nhất chín mươi ngày đối với đất nông nghiệp.
Phương án bồi thường được niêm yết để lấy ý kiến của người dân.
Khu tái định cư phải làm xong trước khi thu hồi đất ở.

moitruong | quyền được sống trong môi trường trong lành; ô nhiễm nguồn nước; nhà máy xả thải | Điều 43 Hiến pháp; môi trường | nuocsach
Nhà máy xả nước thải chưa qua xử lý ra sông phải dừng hoạt động và khắc phục.
Người dân có quyền được biết kết quả quan trắc không khí nơi mình ở.
Khói bụi từ lò gạch gây bệnh cho nhiều hộ trong thôn.

nuocsach | nước sạch nông thôn; thiếu nước sinh hoạt; hạn mặn | Điều 11 ICESCR; nước | moitruong
Công trình cấp nước tập trung phục vụ các hộ ở vùng bị xâm nhập mặn.
Mỗi người cần ít nhất sáu mươi lít nước sinh hoạt một ngày.
Xe bồn chở nước ngọt tới từng ấp trong mùa khô.

giamngheo | giảm nghèo bền vững; hộ nghèo, hộ cận nghèo; mức sống thích đáng | Điều 11 ICESCR; an sinh | nhaoxahoi; baohiem
Chuẩn nghèo tính cả thu nhập và sự thiếu hụt về việc làm, y tế, giáo dục, nhà ở.
Hộ thoát nghèo tiếp tục được vay vốn ưu đãi trong ba năm.
Cán bộ thôn rà soát từng hộ và công khai danh sách.

nhaoxahoi | nhà ở xã hội; xóa nhà tạm, nhà dột nát; thuê mua nhà cho công nhân | Điều 11 ICESCR; nhà ở | giamngheo
Công nhân thu nhập thấp được thuê mua căn hộ với lãi suất ưu đãi.
Phong trào xóa nhà tạm giúp hàng nghìn gia đình có mái nhà vững chắc trước mùa mưa bão.
Hồ sơ mua căn hộ nộp trực tiếp cho chủ đầu tư.

caotuoi | quyền của người cao tuổi; trợ cấp người già; chăm sóc người cao tuổi cô đơn | người cao tuổi | baohiem
Người từ đủ bảy mươi lăm tuổi không có lương hưu được nhận trợ cấp hưu trí xã hội.
Cụ già neo đơn được đưa vào cơ sở dưỡng lão công lập.
Con cháu có nghĩa vụ phụng dưỡng ông bà, cha mẹ.

khieunai | khiếu nại hành chính; tố cáo cán bộ; tiếp công dân định kỳ | Luật Khiếu nại; Luật Tố cáo | datdai
Đơn khiếu nại lần đầu gửi tới chính người đã ra quyết định.
Danh tính người tố cáo được giữ kín và họ được bảo vệ khỏi trả thù.
Lịch tiếp công dân được niêm yết tại trụ sở.

baucu | quyền bầu cử và ứng cử; thẻ cử tri; tự ứng cử đại biểu hội đồng nhân dân | Điều 25 ICCPR; bầu cử | khieunai
Công dân đủ mười tám tuổi có quyền đi bầu, đủ hai mươi mốt tuổi có quyền ra ứng cử.
Cử tri ốm đau được mang hòm phiếu phụ tới tận nhà.
Không ai được bầu thay hay bỏ phiếu hộ người khác.

hoihop | quyền hội họp, lập hội; thành lập hội; tụ họp ôn hòa | Điều 21 ICCPR; Điều 22 ICCPR | ngonluan; congdoan
Hội tự nguyện do những người cùng sở thích, cùng nghề lập ra và tự quản.
Hồ sơ xin phép lập hội gồm đơn, dự thảo điều lệ và danh sách ban vận động.
Tụ họp ôn hòa được bảo vệ; người tham gia không mang vũ khí.

congdoan | quyền gia nhập công đoàn; tổ chức của người lao động; đình công | Điều 8 ICESCR; công đoàn | tienluong; hoihop
Người làm công ăn lương được lập và gia nhập tổ chức đại diện cho mình.
Đình công phải theo trình tự và sau khi hòa giải không thành.
Thỏa ước tập thể quy định những điều có lợi hơn luật.

maituy | cai nghiện ma túy; phòng chống ma túy; người nghiện ma túy | ma túy; sức khỏe | chuabenh
Người nghiện đăng ký cai tự nguyện được hỗ trợ tiền ăn và thuốc.
Điều trị bằng thuốc thay thế giúp giảm lây nhiễm và giữ việc làm.
Gia đình không kỳ thị người sau cai trở về.

quyengop | quyên góp từ thiện; quyên góp ủng hộ đồng bào bão lũ; vận động đóng góp tự nguyện | từ thiện | giamngheo
Tiền quyên góp được công khai theo từng ngày và chuyển tới đúng người nhận.
Người vận động mở tài khoản riêng cho mỗi đợt.
Không ép cán bộ hay học sinh đóng góp ngoài tự nguyện.

sach | quyển sách hỏi đáp về nhân quyền; sách tranh cho thiếu nhi; tủ sách pháp luật | sách | hocphi
Quyển sách bỏ túi này gồm một trăm câu hỏi và lời đáp ngắn.
Tủ sách đặt tại nhà văn hóa thôn, ai cũng mượn được.
Tranh vẽ do các em học sinh tự làm được in ở bìa sau.

mavung | má nuôi và trẻ em làng SOS; ba má kể chuyện; tiếng nói của má miền Tây | gia đình; miền Nam | tremoicoi
Má nuôi ở làng chăm mười em nhỏ như con ruột.
Ba má ngồi lại với con mỗi tối để nghe con kể chuyện ở trường.
Câu chuyện của má Năm làm nhiều người rơi nước mắt.

upr | kiểm điểm định kỳ phổ quát; báo cáo UPR; khuyến nghị UPR | UPR; Hội đồng Nhân quyền | congbocongUoc
Các nước đưa ra khuyến nghị và nước được kiểm điểm chấp thuận hoặc ghi nhận.
Báo cáo quốc gia được xây dựng với sự tham gia của các tổ chức xã hội.
Việc thực hiện khuyến nghị được theo dõi theo từng chu kỳ bốn năm rưỡi.

congbocongUoc | gia nhập công ước về quyền con người; nội luật hóa điều ước; bảo lưu công ước | ICCPR; ICESCR; điều ước | upr
Khi gia nhập một công ước, quốc gia nộp văn kiện cho Tổng thư ký Liên hợp quốc.
Bảo lưu trái với mục đích của điều ước là không được phép.
Báo cáo định kỳ được gửi cho ủy ban giám sát của từng công ước.

lgbt | người đồng tính, song tính và chuyển giới; xác định lại giới tính; chống kỳ thị người chuyển giới | bình đẳng; giới tính | phunu
Trường học và nơi làm việc không được trêu chọc hay đuổi ai vì xu hướng tính dục.
Người đã xác định lại giới tính được đổi giấy tờ hộ tịch.
Cha mẹ lắng nghe con là chỗ dựa quan trọng nhất.

hiv | người sống chung với HIV; kỳ thị người nhiễm HIV; thuốc ARV | HIV; sức khỏe | chuabenh; maituy
Không ai phải tiết lộ tình trạng nhiễm khi xin việc hay nhập học.
Thuốc ARV được bảo hiểm chi trả và cấp hằng tháng.
Xét nghiệm được giữ kín tên người đến khám.

nhatruong | bắt nạt học đường; bạo lực học đường; học sinh bị đánh | trẻ em; trường học | treem
Em bị bạn bắt nạt nên nói ngay với thầy cô, cha mẹ hoặc tổ tư vấn.
Nhà trường phải lập đường dây và xử lý trong ngày khi có tin báo.
Quay clip bạn bị đánh rồi đăng lên là làm em ấy tổn thương thêm.
""")
