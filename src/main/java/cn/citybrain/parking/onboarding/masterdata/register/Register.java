package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where a kind of record is kept, as far as files have to do with it.
 *
 * @param <E> a record, as it is entered; equal to another one if nothing differs
 */
public interface Register<E> {

    /** @param version that it is kept at */
    record Kept<E>(E entry, long version) {}

    /**
     * A record that a file has.
     *
     * @param kept what is kept under its id, null if nothing is
     */
    record Wanted<E>(E entry, Kept<E> kept) {}

    ImportKind kind();

    Layout layout();

    /** The columns that no two rows of a file may agree in; the first is the id. */
    List<String> distinct();

    /** What tells records apart: what a row says in the first of the {@link #distinct} columns, tidied. */
    String id(Map<String, String> values);

    /** Those of these records that are kept, by id. */
    Map<String, Kept<E>> kept(Collection<String> ids);

    /**
     * Makes a record of what a row says.
     *
     * @param kept what it would change, null if it is new: what a row says in other words stays as it is
     * @param names what rows refer to, see {@link #names}
     */
    E entry(Map<String, String> values, Kept<E> kept, Names names);

    /** What the rows of a file may refer to, read once. */
    Names names(Collection<Map<String, String>> rows);

    /** By column. */
    Map<String, String> values(E entry);

    /** What is wrong, in Chinese, by column, in the order given. */
    List<Map<String, String>> faults(List<Wanted<E>> wanted, Actor by);

    /** What to think of before a record is taken that has no fault, in Chinese, by column; no statement. */
    default Map<String, String> doubts(E entry) {
        return Map.of();
    }

    /**
     * Takes records that have no fault, in the caller's transaction.
     *
     * @param note for the history
     */
    void write(List<E> made, List<Wanted<E>> changed, Actor by, String note);
}
