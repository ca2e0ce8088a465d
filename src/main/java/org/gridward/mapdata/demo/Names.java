package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Invented names in Chinese and in pinyin, each given once. */
final class Names {
    /** One name in both scripts. */
    record Name(String zh, String en) {
        Name with(String zhTail, String enTail) {
            return new Name(zh + zhTail, en + " " + enTail);
        }
    }

    private final List<Name> stems = new ArrayList<>();
    private final List<Name> first = new ArrayList<>();
    private final List<Name> second = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final SplittableRandom chance;
    private int next;

    Names(SplittableRandom chance) {
        this.chance = chance;
        for (String line : Skeleton.lines("stems.txt")) {
            String[] f = line.split(" ");
            stems.add(new Name(f[0], f[1]));
        }
        for (String line : Skeleton.lines("streets.txt")) {
            String[] f = line.split(" ");
            (f[0].equals("1") ? first : second).add(new Name(f[1], f[2]));
        }
    }

    /** The next name of the list; it starts again with a prefix when the list is used up. */
    Name stem() {
        int round = next / stems.size();
        Name n = stems.get(next++ % stems.size());
        return switch (round) {
            case 0 -> n;
            case 1 -> new Name("新" + n.zh(), "Xin " + n.en());
            default -> new Name("小" + n.zh(), "Xiao " + n.en());
        };
    }

    /** Keeps a name from being given to a street. */
    void reserve(String zh) {
        used.add(zh);
    }

    /** A street name of two syllables and its kind that no other street has. */
    Name street(String kindZh, String kindEn) {
        for (int i = 0; i < 4000; i++) {
            Name a = first.get(chance.nextInt(first.size()));
            Name b = second.get(chance.nextInt(second.size()));
            if (!a.zh().equals(b.zh()) && used.add(a.zh() + b.zh() + kindZh)) {
                return new Name(a.zh() + b.zh(), a.en() + b.en()).with(kindZh, kindEn);
            }
        }
        return stem().with(kindZh, kindEn);
    }
}
