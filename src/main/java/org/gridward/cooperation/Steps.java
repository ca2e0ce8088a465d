package org.gridward.cooperation;

import org.gridward.cooperation.Template.Need;

/** Whether what a step of a deliberation needs is there. Pure. */
final class Steps {

    private Steps() {}

    static boolean ready(DeliberationView view, Need need) {
        return switch (need) {
            case NONE -> true;
            case MEETING -> view.meetings().stream().anyMatch(Meeting::quorate);
            case VOTE -> view.votes().stream().anyMatch(Vote::approved);
            case SIGNATURE -> view.proposals().stream().anyMatch(proposal -> proposal.signedAt() != null);
            case PUBLICATION -> view.deliberation().publishedAt() != null;
            case TASKS -> !view.tasks().isEmpty();
        };
    }

    static String words(Need need) {
        return switch (need) {
            case NONE -> "nothing";
            case MEETING -> "a meeting with enough seats taken";
            case VOTE -> "a vote that reached turnout and approval";
            case SIGNATURE -> "a version of the agreement that every party signed";
            case PUBLICATION -> "the result to hang out";
            case TASKS -> "at least one decision with somebody who answers for it";
        };
    }
}
