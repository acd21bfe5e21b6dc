"""Wagtail makes two groups for itself. Here roles in units decide, and nobody stands in a group."""

from django.db import migrations


def _drop(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.filter(name__in=["Moderators", "Editors"])
    unused = groups.filter(user=None)
    for name in ("GroupPagePermission", "GroupCollectionPermission", "GroupSitePermission"):
        try:
            model = apps.get_model("wagtailcore", name)
        except LookupError:
            continue
        model.objects.filter(group__in=unused).delete()
    for workflow in ("GroupApprovalTask",):
        apps.get_model("wagtailcore", workflow).groups.through.objects.filter(group__in=unused).delete()
    unused.delete()


class Migration(migrations.Migration):

    dependencies = [
        ("portal", "0031_paragraphs"),
        ("accounts", "__first__"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [migrations.RunPython(_drop, migrations.RunPython.noop)]
