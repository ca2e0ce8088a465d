package org.gridward.mapdata.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Actor;
import org.gridward.campaign.CampaignDesk;
import org.gridward.campaign.NewCampaign;
import org.gridward.campaign.NewItem;
import org.gridward.dispatch.CoverKeeper;
import org.gridward.incident.CategoryDesk;
import org.gridward.incident.NewCategories;
import org.gridward.incident.NewPlaybook;
import org.gridward.incident.Playbook;
import org.gridward.incident.Playbooks;
import org.gridward.responsibility.Absence;
import org.gridward.responsibility.PlanDesk;
import org.gridward.responsibility.Shift;
import org.gridward.responsibility.StandIn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a desk sets up in its first weeks: shifts and a deputy, what must be covered, a playbook, a campaign. */
@Component
class DemoDesk {

    private static final String ACTOR = "demo";
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final int TEAMS = 3;
    private static final int VEHICLES = 12;

    private final PlanDesk plans;
    private final CoverKeeper cover;
    private final Playbooks playbooks;
    private final CategoryDesk categories;
    private final CampaignDesk campaigns;
    private final JsonMapper json;

    DemoDesk(
            PlanDesk plans,
            CoverKeeper cover,
            Playbooks playbooks,
            CategoryDesk categories,
            CampaignDesk campaigns,
            JsonMapper json) {
        this.plans = plans;
        this.cover = cover;
        this.playbooks = playbooks;
        this.categories = categories;
        this.campaigns = campaigns;
        this.json = json;
    }

    void fill(DemoCity city, Instant end) {
        List<TeamDrawing> teams = city.teams().stream()
                .filter(team -> team.layer().equals("grid"))
                .limit(TEAMS)
                .toList();
        teams.forEach(this::shifts);
        away(teams.get(0), end);
        for (TeamDrawing team : teams) {
            cover.require("grid", team.grid(), "GRID_WORKER", 1, EVERY_DAY, LocalTime.MIDNIGHT, 1_440, ACTOR);
        }
        cover.require("grid", "", "GRID_HEAD", 1, List.of(1, 2, 3, 4, 5), LocalTime.of(9, 0), 480, ACTOR);
        playbook();
        campaign(city, end);
    }

    /** Grid workers of some teams work by day only, so that their nights are void. */
    private void shifts(TeamDrawing team) {
        plan(
                team,
                new Shift(
                        "DAY",
                        "白班",
                        "Day shift",
                        "GRID_WORKER",
                        List.of(),
                        Shift.Rotation.NONE,
                        null,
                        EVERY_DAY,
                        LocalTime.of(8, 0),
                        720),
                null,
                null);
    }

    /** The head of a grid is on leave for a week, and the grid worker stands in. */
    private void away(TeamDrawing team, Instant end) {
        String head = label(team, "GRID_HEAD");
        String worker = label(team, "GRID_WORKER");
        plan(team, new StandIn("GRID_HEAD", head, 1, team.layer(), team.grid(), "GRID_WORKER", worker), null, null);
        plan(
                team,
                new Absence("GRID_HEAD", head, "LEAVE"),
                end.minus(Duration.ofDays(2)),
                end.plus(Duration.ofDays(5)));
    }

    private static String label(TeamDrawing team, String role) {
        return team.members().stream()
                .filter(member -> member.role().equals(role))
                .findFirst()
                .orElseThrow()
                .labelZh();
    }

    private void plan(TeamDrawing team, Object entry, Instant from, Instant to) {
        plans.plan(team.layer(), team.grid(), entry, from, to, false, ACTOR);
    }

    private void playbook() {
        playbooks.add(
                new NewPlaybook(
                        "leak-between-flats",
                        "上下楼渗漏处置流程",
                        "Leak between flats",
                        List.of(
                                new Playbook.Step("先关阀止水，拍照留痕", "Close the valve first; take photos"),
                                new Playbook.Step(
                                        "约上下两户到场，查明水源", "Meet both households and find where the water comes from"),
                                new Playbook.Step(
                                        "物业三日内维修，楼组长见证",
                                        "The property company repairs within three days, the building head is witness"),
                                new Playbook.Step("一周后回访两户", "Visit both households again after a week")),
                        null),
                ACTOR);
        categories.change(
                new NewCategories(
                        null,
                        null,
                        "demo",
                        List.of(Map.of("code", "water_leak", "playbook", "leak-between-flats")),
                        List.of()),
                false,
                ACTOR);
    }

    /** Abandoned vehicles beside lamp posts. */
    private void campaign(DemoCity city, Instant end) {
        List<NewItem> items = city.places().stream()
                .filter(place -> place.kind().equals("lamp-post"))
                .limit(VEHICLES)
                .map(place -> new NewItem(
                        place.nameZh(),
                        json.valueToTree(Map.of("type", "Point", "coordinates", List.of(place.lon(), place.lat()))),
                        null))
                .toList();
        campaigns.open(
                new NewCampaign(
                        "vehicle_clearance",
                        "沿街僵尸车清理",
                        "Clearing abandoned vehicles",
                        end.plus(Duration.ofDays(30)),
                        null,
                        null,
                        null,
                        items),
                new Actor(ACTOR, Set.of(), Actor.WHOLE_CITY, Optional.empty()));
    }
}
