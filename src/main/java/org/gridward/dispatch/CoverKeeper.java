package org.gridward.dispatch;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.gridward.dispatch.cover.CoverRule;
import org.gridward.dispatch.cover.CoverRules;
import org.gridward.platform.Ids;
import org.springframework.stereotype.Component;

/** The front door for other rooms that say what must be covered. */
@Component
public class CoverKeeper {

    private final CoverRules rules;
    private final Clock clock;

    CoverKeeper(CoverRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * From now on so many of a role must be on duty.
     *
     * @param gridCode one grid of the layer; empty: each
     * @param days 1 Monday to 7 Sunday, from {@code starts} for {@code minutes} (1440: all day)
     * @throws org.gridward.platform.Problem 404 no such layer, 422 naming each fault
     */
    public void require(
            String layer,
            String gridCode,
            String role,
            int least,
            List<Integer> days,
            LocalTime starts,
            int minutes,
            String actor) {
        rules.add(new CoverRule(
                Ids.next(), layer, gridCode, role, "", least, days, starts, minutes, clock.instant(), actor));
    }
}
