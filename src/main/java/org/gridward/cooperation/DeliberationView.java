package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A deliberation with its template's version, its meetings, votes, proposals and tasks; next is the next step or null. */
public record DeliberationView(
        @JsonUnwrapped Deliberation deliberation,
        Template form,
        Template.Step next,
        List<Meeting> meetings,
        List<Vote> votes,
        List<Proposal> proposals,
        List<JointTask> tasks) {}
