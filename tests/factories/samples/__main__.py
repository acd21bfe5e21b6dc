"""Writes the sample documents: python -m tests.factories.samples"""

from pathlib import Path

from tests.factories.samples import national, others, provinces, setting

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "tutorial" / "van-ban"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    setting.as_docx(national.BLOCKS, FOLDER / f"{national.NAME}.docx")
    setting.as_docx(provinces.SONG_LAM, FOLDER / "ke-hoach-song-lam.docx")
    setting.as_pdf(provinces.HONG_SON, FOLDER / "ke-hoach-hong-son.pdf")
    setting.as_html(provinces.BINH_PHU, FOLDER / "ke-hoach-binh-phu.html")
    setting.as_text(provinces.DONG_HAI, FOLDER / "ke-hoach-dong-hai.txt")
    (FOLDER / "tin-van-trach.txt").write_text(others.NEWS, encoding="utf-8")
    setting.as_scan(others.SCAN, FOLDER / "ban-quet-ben-trang.pdf")
