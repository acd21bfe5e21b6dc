"""People, what they did, and the letters that go out to them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.accounts.enums import Digests, LetterState, Verb
from quyen.shared.models import Stamped

SERVICE_DOMAIN = "may.quyen.invalid"  # RFC 2606: no letter ever gets there, nobody ever proves it theirs


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, **(fields | {"is_superuser": True}))

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in by e-mail. What the job needs and no more: name and work e-mail."""

    email = models.EmailField(_("thư điện tử"), max_length=254, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    digests = models.CharField(_("thư nhắc việc"), max_length=10, choices=Digests, default=Digests.DAILY)
    date_joined = models.DateTimeField(_("ngày tạo"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_an_email"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    @property
    def is_service(self) -> bool:
        """Another system, not a person: it acts through tokens and never signs in."""
        return self.email.endswith(f"@{SERVICE_DOMAIN}")

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split()[-1] if self.full_name else self.email


class AuditEntry(models.Model):
    """One change: who, when, what it was before and after. Rows are only ever added (a trigger sees to it)."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    actor = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="entries")
    actor_name = models.CharField(max_length=120)  # as it was then; stays when the account goes
    verb = models.CharField(max_length=20, choices=Verb)
    subject = models.CharField(max_length=60)  # "plans.Item"
    subject_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(null=True)  # whose business it is; no key, units lie above
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        verbose_name = _("mục nhật ký")
        verbose_name_plural = _("nhật ký")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["subject", "subject_id", "-at"], name="audit_of_a_subject"),
            models.Index(fields=["unit_id", "-at"], name="audit_of_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.get_verb_display()} {self.subject} {self.subject_id}"


class Letter(Stamped):
    """A letter that goes out once: one row an addressee, kind and period, whatever becomes of it.

    `kind` is the word of whoever posts it ("digest", "invitation"), `period` what it is about ("2026-11-27", the number
    of an invitation). `message_id` stays the same however often it is sent, so that the other side can tell a second
    copy. `expires_on`: the last day on which it is still worth sending. `body` is emptied once it went or was dropped:
    of such a letter only that it was is kept.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="letters")
    to = models.EmailField(_("thư điện tử"), max_length=254)
    unit_id = models.BigIntegerField(null=True)  # whose business it is; no key, units lie above
    kind = models.CharField(_("loại"), max_length=40)
    period = models.CharField(_("kỳ"), max_length=60)
    subject = models.CharField(_("tiêu đề"), max_length=200)
    body = models.TextField(_("nội dung"), blank=True)
    message_id = models.UUIDField(default=uuid4, editable=False)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("vì sao"), max_length=500, blank=True)
    not_before = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(_("lúc gửi"), null=True, blank=True)

    class Meta:
        verbose_name = _("thư")
        verbose_name_plural = _("thư")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "period"], condition=Q(person__isnull=False),
                name="one_letter_a_person_kind_and_period",
            ),
            models.UniqueConstraint(
                Lower("to"), "kind", "period", condition=Q(person=None),
                name="one_letter_an_address_kind_and_period",
            ),
            models.CheckConstraint(
                condition=~Q(state=LetterState.SENT) | Q(sent_at__isnull=False), name="a_letter_sent_has_its_time"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["not_before", "id"], condition=Q(state=LetterState.WAITING), name="letters_waiting"
            ),
            models.Index(fields=["unit_id", "-id"], name="letters_of_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"


class ReminderStep(models.Model):
    """A step of the reminders of one duty, reached once and never again. `duty` names the thing and its due day, so that
    a day that moves begins anew; `kind` is one of core.schedule.Reminder. `is_told` False: its day was long over when it
    was first seen, and nobody was written to about it."""

    duty = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    day = models.DateField()
    is_told = models.BooleanField()

    class Meta:
        verbose_name = _("bước nhắc")
        verbose_name_plural = _("bước nhắc")
        constraints = [models.UniqueConstraint(fields=["duty", "kind"], name="a_step_once_a_duty")]
        indexes = [models.Index(fields=["day"], name="steps_by_day")]

    def __str__(self) -> str:
        return f"{self.duty} {self.kind}"


class Told(models.Model):
    """How far a person has been told: every step up to number `through`, in a letter of `day`."""

    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="told")
    through = models.BigIntegerField()
    day = models.DateField()

    class Meta:
        verbose_name = _("đã nhắc đến đâu")
        verbose_name_plural = _("đã nhắc đến đâu")

    def __str__(self) -> str:
        return f"{self.person}: {self.day:%d/%m/%Y}"
