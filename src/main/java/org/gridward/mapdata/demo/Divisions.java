package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Towns, communities, grids and micro-grids: how many each has, which faces they are made of, their codes and names.
 *
 * <p>Codes: county 330999, town 3 digits, community 3 (001 up for communities, 201 up for villages), grid 2,
 * micro-grid 3 inside its community, counted west to east and north to south.
 */
final class Divisions {
    static final String COUNTY = "330999";
    static final int TOWNS = 12;
    static final int COMMUNITIES = 110;
    static final int GRIDS = 330;
    static final int MICRO_GRIDS = 1336;

    /** One division; {@code households} is 0 above the micro-grids until it is summed up. */
    record Division(
            String layer,
            String code,
            String parent,
            Names.Name name,
            List<Integer> faces,
            int households,
            boolean village) {}

    /** How a community is to be cut: one number of micro-grids for each of its grids, and its share of the town. */
    private record Plan(List<Integer> microGrids, double share, boolean showcase) {
        int micro() {
            return microGrids.stream().mapToInt(i -> i).sum();
        }
    }

    private final Townscape city;
    private final Carver carver;
    private final Names names;
    final List<Division> towns = new ArrayList<>();
    final List<Division> communities = new ArrayList<>();
    final List<Division> grids = new ArrayList<>();
    final List<Division> microGrids = new ArrayList<>();
    /** Code of the community that is built to the figures of Xiangdong. */
    String showcase;

    Divisions(Skeleton skeleton, Townscape city, Names names) {
        this.city = city;
        this.names = names;
        this.carver = new Carver(city.fabric, city.weight);
        List<Skeleton.Bone> bones = skeleton.of("town");
        List<List<Integer>> areas = carver.around(
                bones.stream().map(b -> nearest(b.points().get(0))).toList());
        carver.smooth(areas);
        List<Double> weights = areas.stream().map(carver::weight).toList();
        List<Integer> micro = apportion(MICRO_GRIDS, weights, 40);
        List<Double> microShare = micro.stream().map(Integer::doubleValue).toList();
        List<Integer> comm = apportion(COMMUNITIES, microShare, 4);
        List<Integer> grid = apportion(GRIDS, microShare, 12);
        for (int t = 0; t < bones.size(); t++) {
            Skeleton.Bone b = bones.get(t);
            String code = COUNTY + b.options().get(0);
            towns.add(new Division("town", code, null, new Names.Name(b.nameZh(), b.nameEn()), areas.get(t), 0, false));
            boolean showcaseTown = b.options().get(0).equals("003");
            town(towns.get(t), plans(comm.get(t), grid.get(t), micro.get(t), showcaseTown));
        }
    }

    private int nearest(Coordinate c) {
        return city.fabric.faces.stream()
                .min(Comparator.comparingDouble((Fabric.Face f) -> StrictMath.hypot(f.x() - c.x, f.y() - c.y)))
                .orElseThrow()
                .id();
    }

    /** Splits a whole number by weights, largest remainders first, each at least {@code least}. */
    static List<Integer> apportion(int total, List<Double> weights, int least) {
        double sum = weights.stream().mapToDouble(d -> d).sum();
        int spread = total - least * weights.size();
        List<Integer> out = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < weights.size(); i++) {
            int n = (int) (spread * weights.get(i) / sum);
            out.add(least + n);
            given += n;
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -(spread * weights.get(i) / sum % 1)));
        for (int k = 0; given < spread; k++, given++) {
            out.set(order.get(k), out.get(order.get(k)) + 1);
        }
        return out;
    }

    private static List<Plan> plans(int communities, int grids, int micro, boolean showcase) {
        List<Plan> out = new ArrayList<>();
        int normal = showcase ? communities - 1 : communities;
        List<Integer> gridCount = even(showcase ? grids - 1 : grids, normal);
        List<Integer> microOfGrid = even(showcase ? micro - 3 : micro, showcase ? grids - 1 : grids);
        int next = 0;
        for (int i = 0; i < normal; i++) {
            List<Integer> own = microOfGrid.subList(next, next + gridCount.get(i));
            next += gridCount.get(i);
            out.add(new Plan(own, own.stream().mapToInt(k -> k).sum(), false));
        }
        if (showcase) {
            out.add(normal / 2, new Plan(List.of(3), 5.3, true));
        }
        return out;
    }

    private static List<Integer> even(int total, int parts) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            out.add((int) ((long) total * (i + 1) / parts - (long) total * i / parts));
        }
        return out;
    }

    private record Cut(Plan plan, List<Integer> faces) {}

    private void town(Division town, List<Plan> plans) {
        List<List<Integer>> parts = carver.carve(
                town.faces(),
                plans.stream().map(Plan::share).toList(),
                plans.stream().map(Plan::micro).toList());
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            cuts.add(new Cut(plans.get(i), parts.get(i)));
        }
        int urban = 0;
        int rural = 0;
        for (Cut c : reading(cuts, Cut::faces)) {
            boolean village = density(c.faces()) < 8;
            int seq = village ? 201 + rural++ : 1 + urban++;
            Names.Name stem = names.stem();
            Division d = new Division(
                    "community",
                    town.code() + String.format("%03d", seq),
                    town.code(),
                    village ? stem.with("村", "Village") : stem.with("社区", "Community"),
                    c.faces(),
                    0,
                    village);
            communities.add(d);
            if (c.plan().showcase()) {
                showcase = d.code();
            }
            community(d, c.plan());
        }
    }

    private void community(Division community, Plan plan) {
        List<Integer> counts = plan.microGrids();
        List<List<Integer>> parts = carver.carve(
                community.faces(), counts.stream().map(Integer::doubleValue).toList(), counts);
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            cuts.add(new Cut(new Plan(List.of(counts.get(i)), 1, false), parts.get(i)));
        }
        record Small(String grid, List<Integer> faces) {}
        List<Small> small = new ArrayList<>();
        int n = 0;
        for (Cut c : reading(cuts, Cut::faces)) {
            n++;
            String code = community.code() + String.format("%02d", n);
            grids.add(new Division(
                    "grid",
                    code,
                    community.code(),
                    community.name().with("第" + n + "网格", "Grid " + n),
                    c.faces(),
                    0,
                    community.village()));
            int k = c.plan().micro();
            carver.carve(c.faces(), Collections.nCopies(k, 1.0), Collections.nCopies(k, 1))
                    .forEach(m -> small.add(new Small(code, m)));
        }
        int[] fixed = plan.showcase() ? Showcase.HOUSEHOLDS : null;
        double mean = small.stream()
                .mapToDouble(s -> carver.weight(s.faces()))
                .average()
                .orElse(1);
        int seq = 0;
        for (Small s : reading(small, Small::faces)) {
            seq++;
            double rel = StrictMath.sqrt(Math.max(0.05, carver.weight(s.faces()) / mean));
            int households = (int) Math.max(304, Math.min(496, Math.round(400 * rel) + seq * 7 % 13 - 6));
            microGrids.add(new Division(
                    "micro-grid",
                    community.code() + String.format("%03d", seq),
                    s.grid(),
                    community.name().with("微网格" + String.format("%03d", seq), String.format("Micro-grid %03d", seq)),
                    s.faces(),
                    fixed == null ? households : fixed[seq - 1],
                    community.village()));
        }
    }

    private double density(List<Integer> faces) {
        double ha =
                faces.stream().mapToDouble(f -> city.fabric.faces.get(f).area()).sum() / 10_000;
        return carver.weight(faces) / ha;
    }

    /** Reading order by centroids: rows from north to south, each from west to east. */
    private <T> List<T> reading(List<T> items, java.util.function.Function<T, List<Integer>> faces) {
        record At<T>(T item, double x, double y) {}
        List<At<T>> at = new ArrayList<>();
        for (T item : items) {
            double x = 0;
            double y = 0;
            double a = 0;
            for (int f : faces.apply(item)) {
                Fabric.Face face = city.fabric.faces.get(f);
                Point centre = face.metres().getCentroid();
                x += centre.getX() * face.area();
                y += centre.getY() * face.area();
                a += face.area();
            }
            at.add(new At<>(item, x / a, y / a));
        }
        at.sort(Comparator.comparingDouble((At<T> p) -> -p.y()).thenComparingDouble(At::x));
        int row = (int) Math.ceil(Math.sqrt(at.size()));
        List<T> out = new ArrayList<>();
        for (int i = 0; i < at.size(); i += row) {
            at.subList(i, Math.min(at.size(), i + row)).stream()
                    .sorted(Comparator.comparingDouble(At::x))
                    .forEach(p -> out.add(p.item()));
        }
        return out;
    }
}
