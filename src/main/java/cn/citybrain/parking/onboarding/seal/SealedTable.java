package cn.citybrain.parking.onboarding.seal;

import java.util.List;
import java.util.Set;

/**
 * A table whose rows are part of the story.
 *
 * @param name in lower case, as are all columns here
 * @param key columns of its primary key
 * @param leftOut columns that say nothing of the story and change without it: who works on a row right now, when it is looked at next
 */
public record SealedTable(String name, List<String> key, Set<String> leftOut, Life life) {

    static SealedTable appended(String name, String... key) {
        return new SealedTable(name, List.of(key), Set.of(), Life.APPENDED);
    }

    static SealedTable changed(String name, String... key) {
        return new SealedTable(name, List.of(key), Set.of(), Life.CHANGED);
    }

    static SealedTable deleted(String name, String... key) {
        return new SealedTable(name, List.of(key), Set.of(), Life.DELETED);
    }

    SealedTable without(String... columns) {
        return new SealedTable(name, key, Set.of(columns), life);
    }
}
