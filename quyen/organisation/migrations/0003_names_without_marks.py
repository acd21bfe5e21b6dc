from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Names of units are looked for with or without their marks."""

    dependencies = [("organisation", "0002_units_in_time")]

    operations = [UnaccentExtension()]
