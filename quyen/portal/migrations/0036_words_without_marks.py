from django.db import migrations

FORWARD = """
CREATE TEXT SEARCH CONFIGURATION public.quyen (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION public.quyen
    ALTER MAPPING FOR word, hword, hword_part WITH unaccent, pg_catalog.simple;
"""
BACKWARD = "DROP TEXT SEARCH CONFIGURATION IF EXISTS public.quyen"


class Migration(migrations.Migration):
    """Words as they are, without stems or stop words, found with their marks or without: for the editors' search of pages."""

    dependencies = [("portal", "0035_often_asked")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
