"""One thing read again from its ATS: what came goes in as a sync would put it, and what is gone goes by the rules."""

import re

import pytest
from filelock import FileLock

from atsdesk.errors import ConfigError, GoneError
from atsdesk.sandbox.greenhouse import Rules
from atsdesk.store.lookup import Asked
from tests.sync.comeet import COMEET
from tests.sync.conftest import Start
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, Lab
from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import same_as_truth

OURS = {"first_seen_at", "last_changed_at", "deleted_at"}


class Live:
    """What holds for every system; inherit, and set `system`."""

    def test_an_application_becomes_what_it_is_in_the_ats(self, synced: Lab) -> None:
        before = synced.living("applications")
        synced.control.advance(60)
        truth = synced.truth().applications
        changed = next(
            identity
            for identity in before.keys() & truth.keys()
            if before[identity]["status_raw"] != truth[identity].status_raw
        )
        synced.desk.reread(ACCOUNT, "application", changed)
        shown = synced.desk.reading.show(ACCOUNT, "application", changed).row
        assert shown["status_raw"] == truth[changed].status_raw
        told = [
            one
            for one in synced.desk.reading.changes(account=ACCOUNT, table="applications")[0]
            if one.row_id == changed
        ]
        assert told
        for one in told:
            assert (one.old, one.new, one.run) == (before[changed][one.field], shown[one.field], None)
        person = before[changed]["candidate_id"]
        for identity, row in synced.living("applications").items():
            if row["candidate_id"] != person and identity in before:
                assert row == before[identity], "nobody else was read"
        synced.good_sync(full=True)
        same_as_truth(synced)

    def test_what_was_read_so_is_no_news_to_the_next_sync(self, synced: Lab) -> None:
        one = next(iter(synced.living("applications")))
        before = synced.data()
        synced.desk.reread(ACCOUNT, "application", one)
        assert synced.data() == before
        synced.good_sync(full=True)
        assert synced.data() == before

    def test_a_person_who_is_gone_is_told_and_hidden_by_the_next_sync(self, synced: Lab) -> None:
        people = synced.living("candidates")
        synced.control.advance(deleted=3)
        left = {one.candidate_id for one in synced.truth().applications.values()}
        left |= synced.truth().people or set()
        gone = next(identity for identity in people if identity not in left)
        with pytest.raises(GoneError, match=gone):
            synced.desk.reread(ACCOUNT, "candidate", gone)
        synced.good_sync()
        assert gone not in synced.living("candidates")
        assert left <= synced.living("candidates").keys()
        synced.good_sync(full=True)
        same_as_truth(synced)

    def test_an_id_that_never_was_is_told_and_deletes_nothing(self, synced: Lab) -> None:
        before = synced.data()
        with pytest.raises((GoneError, ConfigError), match='has no candidate "123456"'):
            synced.desk.reread(ACCOUNT, "candidate", "123456")
        assert synced.data() == before

    def test_a_job_can_be_read_again(self, synced: Lab) -> None:
        before = synced.data()
        synced.desk.reread(ACCOUNT, "job", next(iter(synced.living("jobs"))))
        assert synced.data() == before

    def test_an_account_that_is_being_synced_is_left_alone(self, synced: Lab) -> None:
        before, one = synced.data(), next(iter(synced.living("applications")))
        with (
            FileLock(synced.desk.folder / f"sync-{ACCOUNT}.lock"),
            pytest.raises(ConfigError, match="being synced already"),
        ):
            synced.desk.reread(ACCOUNT, "application", one)
        assert synced.data() == before


class TestComeetLive(Live):
    system = COMEET

    def test_a_list_that_comeet_does_not_have_is_named(self, synced: Lab) -> None:
        for ask in (
            lambda: synced.desk.reread(ACCOUNT, "user", "1"),
            lambda: synced.desk.reading.show(ACCOUNT, "user", "1"),
            lambda: synced.desk.reading.listing(ACCOUNT, "users", Asked()),
        ):
            with pytest.raises(ConfigError, match="gives ATS Desk no users"):
                ask()


class TestKomboLive(Live):
    system = KOMBO


class TestSmartRecruitersLive(Live):
    system = SMARTRECRUITERS

    def test_what_can_only_be_listed_is_said_so(self, synced: Lab) -> None:
        one = next(iter(synced.living("departments")))
        with pytest.raises(ConfigError, match="cannot be asked for one department alone"):
            synced.desk.reread(ACCOUNT, "department", one)


class TestGreenhouseLive(Live):
    system = GREENHOUSE

    def test_an_application_comes_with_what_the_map_asks_for(self, synced: Lab) -> None:
        one = synced.one("select application_id from rejections limit 1")
        synced.control.clear_requests()
        synced.desk.reread(ACCOUNT, "application", one)
        asked = {
            request["path"].rpartition("/")[2]: request["query"] for request in synced.control.requests()
        }
        assert asked["applications"] == f"ids={one}"
        for name in ("rejection_details", "prospect_details", "attachments", "offers", "application_stages"):
            assert f"application_ids={one}" in asked[name]

    def test_a_new_version_of_an_offer_comes_with_its_application(self, synced: Lab) -> None:
        before = synced.living("offers")
        for _ in range(40):
            synced.control.advance(20)
            newer = [
                one
                for one in self.system.served(synced.sandbox)["offers"].values()
                if str(one["id"]) not in before
            ]
            if newer:
                break
        offer = newer[0]
        application = str(offer["application_id"])
        synced.desk.reread(ACCOUNT, "current-offer", application)
        assert synced.desk.reading.show(ACCOUNT, "current-offer", application).row["id"] in {
            str(one["id"]) for one in newer
        }

    def test_many_who_are_not_there_are_held_and_asked_about(self, synced: Lab) -> None:
        people = synced.living("candidates")
        synced.control.advance(deleted=90)
        gone = people.keys() - (synced.truth().people or set())
        assert len(gone) > len(people) / 4
        for one in gone:
            with pytest.raises(GoneError):
                synced.desk.reread(ACCOUNT, "candidate", one)
        synced.sync()
        assert synced.living("candidates").keys() >= people.keys()
        (issue,) = [one for one in synced.issues("deletions_held") if one.resource == "candidates"]
        assert "--accept-deletions" in issue.hint

    def test_who_was_only_out_of_sight_stays(self, synced: Lab) -> None:
        hidden = synced.one("select id from candidates where is_private limit 1")
        before = synced.data()["candidates"]
        synced.control.permit(private=False)
        with pytest.raises(GoneError):
            synced.desk.reread(ACCOUNT, "candidate", hidden)
        assert synced.data()["candidates"] == before
        synced.control.permit()
        synced.desk.reread(ACCOUNT, "candidate", hidden)
        synced.good_sync()
        assert synced.data()["candidates"] == before

    def test_a_missing_scope_is_named(self, synced: Lab) -> None:
        one = synced.one("select id from offers limit 1")
        synced.control.permit(["offers"])
        with pytest.raises(ConfigError, match="harvest:offers:list"):
            synced.desk.reread(ACCOUNT, "offer", one)

    def test_a_list_that_was_refused_is_told_instead_of_none(self, start: Start) -> None:
        lab = start(rules=Rules(rate_requests=0, token_requests=0, one_live_token=False))
        lab.control.permit(["offers"])
        lab.sync()
        with pytest.raises(ConfigError, match=r'"Offers" could not be read.*harvest:offers:list'):
            lab.desk.reading.listing(ACCOUNT, "offers", Asked())
        lab.control.permit()
        lab.good_sync()
        lab.control.permit(["offers"])
        lab.sync()
        listing = lab.desk.reading.listing(ACCOUNT, "offers", Asked())
        assert listing.rows
        assert "could not be read" in listing.note

    def test_a_list_that_is_not_read_is_told_instead_of_none(self, start: Start) -> None:
        lab = start(settings={"include": ""})
        with pytest.raises(ConfigError, match="never synced"):
            lab.desk.reading.listing(ACCOUNT, "offers", Asked())
        lab.good_sync()
        for ask in (
            lambda: lab.desk.reading.listing(ACCOUNT, "notes", Asked()),
            lambda: lab.desk.reread(ACCOUNT, "note", "1"),
        ):
            with pytest.raises(ConfigError, match=re.escape('does not read "Notes"')):
                ask()
