package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.grid.Choice;
import org.gridward.grid.GridInfo;
import org.gridward.grid.LayerMap;

/** Words the one question of a doubt: on which side of the road, naming each grid by its side of the disc. Pure. */
final class QuestionMaker {

    /** Options are offered until together they hold this much, and no more than four. */
    private static final double WORTH_OFFERING = 0.99;

    private static final int MOST = 4;

    private static final Map<String, String> ZH =
            Map.of("N", "北侧", "NE", "东北侧", "E", "东侧", "SE", "东南侧", "S", "南侧", "SW", "西南侧", "W", "西侧", "NW", "西北侧");
    private static final Map<String, String> EN = Map.of(
            "N",
            "north side",
            "NE",
            "north-east side",
            "E",
            "east side",
            "SE",
            "south-east side",
            "S",
            "south side",
            "SW",
            "south-west side",
            "W",
            "west side",
            "NW",
            "north-west side");

    private QuestionMaker() {}

    static Answer.Question of(Doubt doubt, LayerMap map, Inquiry.Spot spot) {
        List<Doubt.Share> shares = new ArrayList<>(doubt.shares());
        if (doubt.gapShare() > 0) {
            shares.add(new Doubt.Share(Choice.NONE, doubt.gapShare()));
        }
        shares.sort(Comparator.comparingDouble(Doubt.Share::share).reversed().thenComparing(Doubt.Share::gridCode));
        Map<String, String> sides = Sides.of(map, spot);
        List<Answer.Question.Option> options = new ArrayList<>();
        double offered = 0;
        for (Doubt.Share share : shares) {
            if (options.size() < 2 || (offered < WORTH_OFFERING && options.size() < MOST)) {
                options.add(option(share, map, sides.get(share.gridCode())));
                offered += share.share();
            }
        }
        return new Answer.Question(
                "在路（边界）的哪一侧？" + texts(options, "；", true) + "。",
                "Which side of the road (the border) is it on? " + texts(options, "; ", false) + ".",
                List.copyOf(options));
    }

    private static Answer.Question.Option option(Doubt.Share share, LayerMap map, String side) {
        if (share.gridCode().equals(Choice.NONE)) {
            return new Answer.Question.Option(
                    Choice.NONE,
                    "不在其中",
                    "None of these",
                    share.share(),
                    side,
                    label(ZH, side, "不在其中任何网格", "："),
                    label(EN, side, "in none of these grids", ": "));
        }
        GridInfo info = map.find(share.gridCode()).orElseThrow();
        return new Answer.Question.Option(
                info.code(),
                info.nameZh(),
                info.nameEn(),
                share.share(),
                side,
                label(ZH, side, info.nameZh(), "："),
                label(EN, side, info.nameEn(), ": "));
    }

    private static String label(Map<String, String> words, String side, String name, String between) {
        return side == null ? name : words.get(side) + between + name;
    }

    private static String texts(List<Answer.Question.Option> options, String between, boolean zh) {
        return options.stream()
                .map(option -> zh ? option.labelZh() : option.labelEn())
                .collect(Collectors.joining(between));
    }
}
