"""Who may share, and all that a guest may do."""

from collections.abc import Mapping

from conversations import acts, acts_of_own_words, acts_of_sharing, places_of_sharing
from conversations.needs import ALSO_GUESTS, EVERYBODY, EXPORTING, GUESTS, Need
from conversations.places import Place
from conversations.places_of_own_words import NameAsked
from ectrial.record.entries import Kind

OF_ACTS: Mapping[type[acts.Act], Need] = {
    acts.Speak: ALSO_GUESTS,
    acts_of_own_words.KeepWords: ALSO_GUESTS,
    acts_of_own_words.DropWords: ALSO_GUESTS,
    acts_of_sharing.MakeShare: EXPORTING,
    acts_of_sharing.RevokeShare: EVERYBODY,
    acts_of_sharing.ViewShared: GUESTS,
}
OF_PLACES: Mapping[type[Place], Need] = {
    NameAsked: ALSO_GUESTS,
    places_of_sharing.Sharing: EXPORTING,
    places_of_sharing.ShareMade: EXPORTING,
    places_of_sharing.OpenShares: EVERYBODY,
    places_of_sharing.ShareCard: EVERYBODY,
    places_of_sharing.GuestPasscode: GUESTS,
    places_of_sharing.GuestScreening: GUESTS,
    places_of_sharing.GuestReply: GUESTS,
    places_of_sharing.GuestHelp: GUESTS,
}
OF_KINDS: Mapping[Kind, Need] = {
    Kind.IDENTIFIER_STOPPED: ALSO_GUESTS,
    Kind.SHARE_MADE: EXPORTING,
    Kind.SHARE_REVOKED: EVERYBODY,
    Kind.SHARE_OPENED: GUESTS,
    Kind.SHARE_ENTERED: GUESTS,
    Kind.SHARE_TRIED: GUESTS,
    Kind.SHARE_VIEWED: GUESTS,
    Kind.SHARE_REPLIED: GUESTS,
    # by the last wrong passcode, or with a screening that is set aside
    Kind.SHARE_ENDED: ALSO_GUESTS,
}
