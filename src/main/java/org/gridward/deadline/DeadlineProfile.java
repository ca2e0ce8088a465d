package org.gridward.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A version of the time limits, in force from {@code validFrom} until another one is; never changed. */
public final class DeadlineProfile {

    private record Case(int tier, String category, String condition) {}

    private final int version;
    private final Instant validFrom;
    private final String nameZh;
    private final String nameEn;
    private final WorkHours workHours;
    private final List<Limit> limits;
    private final Map<Case, List<Limit>> found = new ConcurrentHashMap<>();

    DeadlineProfile(
            int version, Instant validFrom, String nameZh, String nameEn, WorkHours workHours, List<Limit> limits) {
        this.version = version;
        this.validFrom = validFrom;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.workHours = workHours;
        this.limits = List.copyOf(limits);
    }

    public int version() {
        return version;
    }

    /** {@link Instant#MIN} where it was in force from the beginning. */
    public Instant validFrom() {
        return validFrom;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public WorkHours workHours() {
        return workHours;
    }

    public List<Limit> limits() {
        return limits;
    }

    /** One row a kind: the one that says most about such an incident. */
    Collection<Limit> limitsOf(int tier, String category, String condition) {
        Case asked = new Case(tier, category, condition);
        List<Limit> known = found.get(asked);
        if (known == null) {
            known = choose(asked);
            if (found.size() < 10_000) {
                found.put(asked, known);
            }
        }
        return known;
    }

    private List<Limit> choose(Case of) {
        Map<String, Limit> chosen = new LinkedHashMap<>();
        for (Limit limit : limits) {
            if (limit.fits(of.tier(), of.category(), of.condition())) {
                chosen.merge(limit.kind(), limit, (held, next) -> next.rank() > held.rank() ? next : held);
            }
        }
        return List.copyOf(chosen.values());
    }
}
