"""Families of plans written for these tests: a parent and, for each of its rows, what a child may make of it.

A row: kind, text, and for targets value, unit, comparator, subject. Its edits, each the child's wording:
  narrower  same value, narrower area                      -> covered
  reworded  same value, other words                        -> covered
  changed   (wording, value)                               -> differs
  dropped   the figure is left out (a plain sentence)      -> differs for targets
  similar   (wording, value) about something else          -> missing
Of a family `joint` says which rows one clause covers: (row numbers, wording, value, subject).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    kind: str
    text: str
    subject: str = ""
    value: float | None = None
    unit: str = "%"
    comparator: str = "="
    narrower: str | None = None
    reworded: str | None = None
    changed: tuple[str, float] | None = None
    dropped: str | None = None
    similar: tuple[str, float | None] | None = None


@dataclass(frozen=True)
class Family:
    name: str
    rows: tuple[Row, ...]
    joint: tuple[tuple[tuple[int, ...], str, float, str], ...] = ()
    held_out: bool = False
    filler: tuple[str, ...] = field(default=())


POVERTY = Family(
    "giảm nghèo",
    (
        Row(
            "target",
            "Tỷ lệ hộ nghèo đa chiều giảm xuống còn dưới 3% vào cuối năm 2027",
            "hộ nghèo đa chiều",
            3,
            comparator="<",
            narrower="Tỷ lệ hộ nghèo đa chiều trên địa bàn tỉnh giảm còn dưới 3%",
            reworded="Phấn đấu đến cuối năm 2027 hộ nghèo đa chiều còn dưới 3% tổng số hộ",
            changed=("Tỷ lệ hộ nghèo đa chiều giảm xuống còn dưới 5% vào cuối năm 2027", 5),
            dropped="Tiếp tục giảm nhanh tỷ lệ hộ nghèo đa chiều",
            similar=("Tỷ lệ hộ tái nghèo phát sinh mới hằng năm dưới 3%", 3),
        ),
        Row(
            "target",
            "90% hộ nghèo, hộ cận nghèo có nhu cầu được vay vốn tín dụng ưu đãi",
            "hộ nghèo, hộ cận nghèo có nhu cầu",
            90,
            narrower="90% hộ nghèo, hộ cận nghèo của huyện có nhu cầu được vay vốn tín dụng ưu đãi",
            reworded="Bảo đảm 90% hộ nghèo và cận nghèo có nhu cầu tiếp cận vốn vay tín dụng ưu đãi",
            changed=("85% hộ nghèo, hộ cận nghèo có nhu cầu được vay vốn tín dụng ưu đãi", 85),
            dropped="Hỗ trợ hộ nghèo, hộ cận nghèo có nhu cầu vay vốn tín dụng ưu đãi",
            similar=("90% hộ nghèo, hộ cận nghèo được hỗ trợ nước sạch sinh hoạt", 90),
        ),
        Row(
            "target",
            "Xóa 1.200 căn nhà tạm, nhà dột nát cho hộ nghèo",
            "căn nhà tạm, nhà dột nát",
            1200,
            unit="căn nhà",
            narrower="Xóa 1.200 căn nhà tạm, nhà dột nát cho hộ nghèo trên địa bàn tỉnh",
            reworded="Hoàn thành xóa nhà tạm, nhà dột nát cho hộ nghèo với 1.200 căn nhà",
            changed=("Xóa 140 căn nhà tạm, nhà dột nát cho hộ nghèo", 140),
            dropped="Vận động xã hội hóa để xóa nhà tạm, nhà dột nát cho hộ nghèo",
            similar=("Xây mới 25 căn nhà văn hóa thôn", 25),
        ),
        Row(
            "target",
            "100% người thuộc hộ nghèo được cấp thẻ bảo hiểm y tế",
            "người thuộc hộ nghèo",
            100,
            narrower="100% người thuộc hộ nghèo trong tỉnh được cấp thẻ bảo hiểm y tế",
            reworded="Cấp thẻ BHYT cho 100% người thuộc hộ nghèo",
            changed=("95% người thuộc hộ nghèo được cấp thẻ bảo hiểm y tế", 95),
            dropped="Quan tâm cấp thẻ bảo hiểm y tế cho người thuộc hộ nghèo",
            similar=("100% người cao tuổi được lập hồ sơ sức khỏe điện tử", 100),
        ),
        Row(
            "target",
            "100% cán bộ làm công tác giảm nghèo cấp xã được tập huấn nghiệp vụ",
            "cán bộ làm công tác giảm nghèo cấp xã",
            100,
            narrower="100% cán bộ làm công tác giảm nghèo của các xã trên địa bàn huyện được tập huấn nghiệp vụ",
            reworded="100% công chức phụ trách giảm nghèo cấp xã tham gia tập huấn nghiệp vụ hằng năm",
            changed=("80% cán bộ làm công tác giảm nghèo cấp xã được tập huấn nghiệp vụ", 80),
            dropped="Tập huấn nghiệp vụ cho cán bộ làm công tác giảm nghèo cấp xã",
            similar=("100% cán bộ làm công tác văn thư cấp xã được tập huấn nghiệp vụ", 100),
        ),
        Row(
            "target",
            "100% trưởng thôn ở xã đặc biệt khó khăn được bồi dưỡng kỹ năng vận động nhân dân",
            "trưởng thôn ở xã đặc biệt khó khăn",
            100,
            narrower="100% trưởng thôn ở xã đặc biệt khó khăn của tỉnh được bồi dưỡng kỹ năng vận động nhân dân",
            changed=("60% trưởng thôn ở xã đặc biệt khó khăn được bồi dưỡng kỹ năng vận động nhân dân", 60),
            similar=("100% trưởng trạm y tế được bồi dưỡng kỹ năng sơ cấp cứu", 100),
        ),
        Row(
            "objective",
            "Nâng cao chất lượng việc làm, đa dạng hóa sinh kế cho lao động nông thôn",
            narrower="Nâng cao chất lượng việc làm, đa dạng hóa sinh kế cho lao động nông thôn trên địa bàn tỉnh",
            reworded="Lao động nông thôn có việc làm chất lượng hơn, sinh kế đa dạng",
            similar=("Nâng cao chất lượng giáo dục mầm non ở vùng khó khăn", None),
        ),
        Row(
            "task",
            "Rà soát, cập nhật danh sách hộ nghèo, hộ cận nghèo định kỳ trên phần mềm quản lý",
            reworded="Định kỳ cập nhật danh sách hộ nghèo, hộ cận nghèo vào phần mềm quản lý",
            narrower="Rà soát, cập nhật danh sách hộ nghèo, hộ cận nghèo của tỉnh định kỳ trên phần mềm quản lý",
            similar=("Rà soát, cập nhật danh sách người có công trên phần mềm quản lý", None),
        ),
        Row(
            "task",
            "Tổ chức sàn giao dịch việc làm lưu động tại các xã vùng sâu, vùng xa",
            reworded="Mở các phiên giao dịch việc làm lưu động về xã vùng sâu, vùng xa",
            similar=("Tổ chức khám bệnh lưu động tại các xã vùng sâu, vùng xa", None),
        ),
        Row(
            "audience",
            "Người lao động thuộc hộ mới thoát nghèo",
            narrower="Người lao động thuộc hộ mới thoát nghèo trên địa bàn tỉnh",
            similar=("Người lao động đi làm việc ở nước ngoài theo hợp đồng", None),
        ),
        Row(
            "topic",
            "Gương điển hình hộ gia đình tự lực vươn lên thoát nghèo bền vững",
            reworded="Giới thiệu các điển hình hộ gia đình vươn lên thoát nghèo bền vững",
            similar=("Gương điển hình trong phong trào bảo vệ an ninh Tổ quốc", None),
        ),
    ),
    joint=(
        (
            (4, 5),
            "100% cán bộ làm công tác giảm nghèo cấp xã, trưởng thôn ở xã đặc biệt khó khăn được tập huấn, bồi dưỡng",
            100,
            "cán bộ làm công tác giảm nghèo cấp xã; trưởng thôn ở xã đặc biệt khó khăn",
        ),
    ),
    filler=(
        "Kế hoạch nhằm thực hiện có hiệu quả Chương trình giảm nghèo bền vững của tỉnh",
        "Các cơ quan, đơn vị căn cứ nhiệm vụ được giao để triển khai đến từng hộ nghèo",
    ),
)

DIGITAL = Family(
    "chuyển đổi số",
    (
        Row(
            "target",
            "80% dịch vụ công trực tuyến toàn trình phát sinh hồ sơ",
            "dịch vụ công trực tuyến toàn trình",
            80,
            comparator=">=",
            narrower="80% dịch vụ công trực tuyến toàn trình của thành phố phát sinh hồ sơ",
            reworded="Dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ đạt 80%",
            changed=("70% dịch vụ công trực tuyến toàn trình phát sinh hồ sơ", 70),
            dropped="Tăng số dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ",
            similar=("80% dịch vụ viễn thông công ích được bảo đảm chất lượng", 80),
        ),
        Row(
            "target",
            "100% hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng",
            "hồ sơ công việc cấp tỉnh",
            100,
            narrower="100% hồ sơ công việc tại các sở, ngành được xử lý trên môi trường mạng",
            reworded="Toàn bộ 100% hồ sơ công việc giải quyết hoàn toàn trên môi trường mạng",
            changed=("90% hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng", 90),
            dropped="Đẩy mạnh xử lý hồ sơ công việc trên môi trường mạng",
            similar=("100% hồ sơ đất đai được đo đạc lại", 100),
        ),
        Row(
            "target",
            "100% hồ sơ công việc cấp xã được xử lý trên môi trường mạng trừ hồ sơ mật",
            "hồ sơ công việc cấp xã",
            100,
        ),
        Row(
            "target",
            "50% doanh nghiệp nhỏ và vừa sử dụng nền tảng số trong quản trị",
            "doanh nghiệp nhỏ và vừa",
            50,
            narrower="50% doanh nghiệp nhỏ và vừa trên địa bàn sử dụng nền tảng số trong quản trị",
            reworded="Có 50% doanh nghiệp vừa và nhỏ ứng dụng nền tảng số vào quản trị",
            changed=("30% doanh nghiệp nhỏ và vừa sử dụng nền tảng số trong quản trị", 30),
            dropped="Khuyến khích doanh nghiệp nhỏ và vừa sử dụng nền tảng số trong quản trị",
            similar=("50% doanh nghiệp nhỏ và vừa được giảm tiền thuê đất", 50),
        ),
        Row(
            "target",
            "Phủ sóng 5G tới 120 khu công nghiệp",
            "khu công nghiệp được phủ sóng 5G",
            120,
            unit="khu công nghiệp",
            changed=("Phủ sóng 5G tới 14 khu công nghiệp", 14),
            dropped="Mở rộng phủ sóng 5G tại các khu công nghiệp",
            similar=("Thu hút đầu tư lấp đầy 3 khu công nghiệp", 3),
        ),
        Row(
            "target",
            "Kinh tế số chiếm 20% GRDP",
            "kinh tế số",
            20,
            narrower="Kinh tế số của tỉnh chiếm 20% GRDP",
            reworded="Tỷ trọng kinh tế số trong GRDP đạt 20%",
            changed=("Kinh tế số chiếm 15% GRDP", 15),
            dropped="Nâng dần tỷ trọng kinh tế số trong GRDP",
            similar=("Du lịch chiếm 20% GRDP", 20),
        ),
        Row(
            "target",
            "100% cán bộ, công chức được bồi dưỡng kỹ năng an toàn thông tin",
            "cán bộ, công chức",
            100,
            narrower="100% cán bộ, công chức của tỉnh được bồi dưỡng kỹ năng an toàn thông tin",
            reworded="Bồi dưỡng kỹ năng về an toàn thông tin cho 100% cán bộ, công chức",
            changed=("75% cán bộ, công chức được bồi dưỡng kỹ năng an toàn thông tin", 75),
            similar=("100% cán bộ, công chức được khám sức khỏe định kỳ", 100),
        ),
        Row(
            "objective",
            "Hình thành kho dữ liệu mở dùng chung phục vụ người dân và doanh nghiệp",
            reworded="Xây dựng kho dữ liệu mở, dùng chung cho người dân, doanh nghiệp",
            similar=("Hình thành mạng lưới tư vấn pháp luật phục vụ người dân và doanh nghiệp", None),
        ),
        Row(
            "task",
            "Kiểm tra, đánh giá an toàn thông tin các hệ thống theo cấp độ",
            reworded="Đánh giá, kiểm tra các hệ thống về an toàn thông tin theo cấp độ đã phê duyệt",
            similar=("Kiểm tra, đánh giá an toàn thực phẩm tại bếp ăn tập thể", None),
        ),
        Row(
            "task",
            "Triển khai tổ công nghệ số cộng đồng đến từng thôn, tổ dân phố",
            narrower="Triển khai tổ công nghệ số cộng đồng đến từng thôn, tổ dân phố trên địa bàn huyện",
            similar=("Triển khai tủ sách pháp luật đến từng thôn, tổ dân phố", None),
        ),
        Row(
            "audience",
            "Chủ thể sản xuất, hợp tác xã tham gia thương mại điện tử",
            reworded="Hợp tác xã và chủ thể sản xuất có tham gia sàn thương mại điện tử",
            similar=("Chủ phương tiện vận tải hành khách công cộng", None),
        ),
        Row(
            "topic",
            "Lợi ích của định danh điện tử và thanh toán không dùng tiền mặt",
            reworded="Tuyên truyền lợi ích định danh điện tử, thanh toán không dùng tiền mặt",
            similar=("Lợi ích của việc tiêm chủng mở rộng", None),
        ),
    ),
    joint=(
        (
            (1, 2),
            "100% hồ sơ công việc cấp tỉnh, cấp xã được xử lý trên môi trường mạng trừ hồ sơ mật",
            100,
            "hồ sơ công việc cấp tỉnh, cấp xã",
        ),
    ),
    filler=("Chuyển đổi số là nhiệm vụ trọng tâm, lấy người dân và doanh nghiệp làm trung tâm",),
)

CHILDREN = Family(
    "trẻ em",
    (
        Row(
            "target",
            "Giảm tỷ lệ trẻ em bị tai nạn thương tích xuống còn 450/100.000 trẻ em",
            "trẻ em bị tai nạn thương tích",
            450,
            unit="trẻ em",
            changed=("Giảm tỷ lệ trẻ em bị tai nạn thương tích xuống còn 600/100.000 trẻ em", 600),
            dropped="Giảm tỷ lệ trẻ em bị tai nạn thương tích",
            similar=("Giảm tỷ lệ trẻ em thừa cân, béo phì xuống còn 8%", 8),
        ),
        Row(
            "target",
            "95% trẻ em có hoàn cảnh đặc biệt được chăm sóc, trợ giúp",
            "trẻ em có hoàn cảnh đặc biệt",
            95,
            narrower="95% trẻ em có hoàn cảnh đặc biệt trên địa bàn huyện được chăm sóc, trợ giúp",
            reworded="Trợ giúp, chăm sóc 95% số trẻ em có hoàn cảnh đặc biệt",
            changed=("90% trẻ em có hoàn cảnh đặc biệt được chăm sóc, trợ giúp", 90),
            dropped="Chăm sóc, trợ giúp trẻ em có hoàn cảnh đặc biệt bằng nhiều hình thức",
            similar=("95% trẻ em trong độ tuổi được tiêm đủ các loại vắc xin", 95),
        ),
        Row(
            "target",
            "100% trẻ em bị xâm hại được can thiệp kịp thời",
            "trẻ em bị xâm hại",
            100,
            narrower="100% trẻ em bị xâm hại tại địa phương được can thiệp kịp thời",
            reworded="Can thiệp kịp thời đối với 100% trường hợp trẻ em bị xâm hại",
            changed=("98% trẻ em bị xâm hại được can thiệp kịp thời", 98),
            dropped="Kịp thời can thiệp các trường hợp trẻ em bị xâm hại",
            similar=("100% trẻ em khuyết tật được can thiệp phục hồi chức năng", 100),
        ),
        Row(
            "target",
            "85% xã, phường đạt tiêu chuẩn phù hợp với trẻ em",
            "xã, phường đạt tiêu chuẩn phù hợp với trẻ em",
            85,
            narrower="85% xã, phường của tỉnh đạt tiêu chuẩn phù hợp với trẻ em",
            changed=("75% xã, phường đạt tiêu chuẩn phù hợp với trẻ em", 75),
            dropped="Tiếp tục xây dựng xã, phường đạt tiêu chuẩn phù hợp với trẻ em",
            similar=("85% xã, phường đạt chuẩn tiếp cận pháp luật", 85),
        ),
        Row(
            "target",
            "60% trẻ em dưới 36 tháng tuổi được đến cơ sở giáo dục mầm non",
            "trẻ em dưới 36 tháng tuổi",
            60,
            reworded="Huy động 60% trẻ em dưới 36 tháng tuổi ra lớp ở cơ sở giáo dục mầm non",
            changed=("40% trẻ em dưới 36 tháng tuổi được đến cơ sở giáo dục mầm non", 40),
            similar=("60% trường mầm non đạt chuẩn quốc gia", 60),
        ),
        Row(
            "target",
            "100% cộng tác viên bảo vệ trẻ em được tập huấn kỹ năng tư vấn",
            "cộng tác viên bảo vệ trẻ em",
            100,
            narrower="100% cộng tác viên bảo vệ trẻ em của xã được tập huấn kỹ năng tư vấn",
            reworded="Tập huấn kỹ năng tư vấn cho 100% cộng tác viên bảo vệ trẻ em",
            changed=("90% cộng tác viên bảo vệ trẻ em được tập huấn kỹ năng tư vấn", 90),
            similar=("100% cộng tác viên dân số được tập huấn kỹ năng tư vấn", 100),
        ),
        Row(
            "target",
            "70% giáo viên tổng phụ trách Đội được tập huấn kỹ năng tư vấn",
            "giáo viên tổng phụ trách Đội",
            70,
            changed=("50% giáo viên tổng phụ trách Đội được tập huấn kỹ năng tư vấn", 50),
        ),
        Row(
            "objective",
            "Bảo đảm trẻ em được tham gia ý kiến vào các vấn đề về trẻ em qua diễn đàn",
            reworded="Trẻ em được tham gia ý kiến vào những vấn đề về trẻ em thông qua các diễn đàn",
            similar=("Bảo đảm người khuyết tật được tiếp cận công trình công cộng", None),
        ),
        Row(
            "task",
            "Vận hành đường dây nóng tiếp nhận thông báo, tố giác hành vi xâm hại trẻ em",
            narrower="Vận hành đường dây nóng của tỉnh tiếp nhận thông báo, tố giác hành vi xâm hại trẻ em",
            reworded="Duy trì đường dây nóng để tiếp nhận tin tố giác hành vi xâm hại trẻ em",
            similar=("Vận hành đường dây nóng tiếp nhận phản ánh về giá cả thị trường", None),
        ),
        Row(
            "task",
            "Dạy bơi an toàn và kỹ năng an toàn trong môi trường nước cho trẻ em",
            reworded="Mở lớp dạy bơi an toàn, kỹ năng an toàn trong môi trường nước cho trẻ em",
            similar=("Dạy nghề và giới thiệu việc làm cho thanh niên", None),
        ),
        Row(
            "audience",
            "Cha, mẹ, người chăm sóc trẻ em",
            narrower="Cha, mẹ, người chăm sóc trẻ em trên địa bàn xã",
            similar=("Chủ doanh nghiệp, người sử dụng lao động", None),
        ),
        Row(
            "topic",
            "Kiến thức, kỹ năng phòng, chống đuối nước cho học sinh",
            reworded="Phổ biến kỹ năng, kiến thức phòng chống đuối nước đến học sinh",
            similar=("Kiến thức phòng, chống cháy nổ cho hộ kinh doanh", None),
        ),
    ),
    joint=(
        (
            (5, 6),
            "100% cộng tác viên bảo vệ trẻ em, giáo viên tổng phụ trách Đội được tập huấn kỹ năng tư vấn",
            100,
            "cộng tác viên bảo vệ trẻ em, giáo viên tổng phụ trách Đội",
        ),
    ),
    filler=("Huy động mọi nguồn lực của xã hội cho việc bảo vệ, chăm sóc và giáo dục trẻ em",),
)
