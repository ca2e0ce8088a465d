package org.gridward.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * A kind of campaign: its stages, the states of its items, the fields of its results, and how items are visited. The first
 * state is the one in which an item begins.
 *
 * @param visits null: no visits
 */
@JsonIgnoreProperties({"code", "version"})
public record CampaignTemplate(
        String nameZh,
        String nameEn,
        List<Stage> stages,
        List<ItemState> states,
        List<ResultField> fields,
        VisitPlan visits) {

    public record Stage(String code, String nameZh, String nameEn) {}

    /**
     * A state of an item.
     *
     * @param to the states it may go to
     * @param closed nothing more is to be done
     * @param visits entering it makes the visits of the plan; null: no
     * @param needsVisits it is entered only when every visit was made and nothing was wrong
     * @param rightsDays entering it starts the days in which an owner may claim the thing
     * @param needsRights it is entered only when those days are over or the owner agreed (result {@code ownerAgreed})
     * @param makesPlace the kind of place that a point becomes; null: none
     */
    public record ItemState(
            String code,
            String stage,
            List<String> to,
            Boolean closed,
            Boolean visits,
            Boolean needsVisits,
            Integer rightsDays,
            Boolean needsRights,
            String makesPlace) {

        boolean isClosed() {
            return Boolean.TRUE.equals(closed);
        }

        boolean startsVisits() {
            return Boolean.TRUE.equals(visits);
        }

        boolean asksForVisits() {
            return Boolean.TRUE.equals(needsVisits);
        }

        boolean asksForRights() {
            return Boolean.TRUE.equals(needsRights);
        }
    }

    /** A typed result: INTEGER, NUMBER, TEXT or FLAG. */
    public record ResultField(String name, Type type, String nameZh, String nameEn) {

        public enum Type {
            INTEGER,
            NUMBER,
            TEXT,
            FLAG
        }
    }

    /** So many visits by day and by night, in turns, one every so many days. */
    public record VisitPlan(int day, int night, int everyDays) {}

    Optional<ItemState> state(String code) {
        return states.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Optional<ResultField> field(String name) {
        return fields.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
