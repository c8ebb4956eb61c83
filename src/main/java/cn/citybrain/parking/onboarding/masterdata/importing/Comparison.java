package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.register.Names;
import cn.citybrain.parking.onboarding.masterdata.register.Register;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Kept;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Wanted;
import cn.citybrain.parking.onboarding.masterdata.sheet.CellReader;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file beside what is kept now.
 *
 * @param rows as they are shown
 * @param made what would be new
 * @param changed what would no longer be as it is kept
 */
record Comparison<E>(List<ComparedRow> rows, List<E> made, List<Wanted<E>> changed) {

    boolean faultless() {
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.FAULTY);
    }

    /** A fixed number of statements for each thousand rows. */
    static <E> Comparison<E> of(List<ReadRow> rows, Register<E> register, Actor by) {
        List<String> ids = rows.stream().map(row -> register.id(row.values())).toList();
        Map<String, Kept<E>> kept = register.kept(ids);
        Names names = register.names(rows.stream().map(ReadRow::values).toList());
        List<Wanted<E>> wanted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            wanted.add(wanted(rows.get(i), kept.get(ids.get(i)), register, names));
        }
        List<Map<String, String>> faults = faults(rows, wanted, register, by);
        return judged(rows, wanted, faults, register);
    }

    private static <E> Wanted<E> wanted(ReadRow row, Kept<E> kept, Register<E> register, Names names) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> before = kept == null ? Map.of() : register.values(kept.entry());
        for (Heading heading : register.layout().headings()) {
            values.put(heading.key(), said(heading.key(), row, before.getOrDefault(heading.key(), "")));
        }
        return new Wanted<>(register.entry(values, kept, names), kept);
    }

    /** @param kept what stays where the file has no such column, or says the same */
    private static String said(String column, ReadRow row, String kept) {
        if (row.unreadable().containsKey(column)) {
            return "";
        }
        String read = row.values().getOrDefault(column, kept);
        return CellReader.same(kept, read) ? kept : read;
    }

    /** Of what stays as it is, nothing is asked but whether it could be read, and stands there once. */
    private static <E> List<Map<String, String>> faults(
            List<ReadRow> rows, List<Wanted<E>> wanted, Register<E> register, Actor by) {
        List<Map<String, String>> faults = new ArrayList<>();
        rows.forEach(row -> faults.add(new LinkedHashMap<>(row.unreadable())));
        Doubles.find(rows, wanted, register, faults);
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!stays(rows.get(i), wanted.get(i))) {
                asked.add(i);
            }
        }
        List<Map<String, String>> found =
                register.faults(asked.stream().map(wanted::get).toList(), by);
        for (int n = 0; n < asked.size(); n++) {
            Map<String, String> known = faults.get(asked.get(n));
            found.get(n).forEach(known::putIfAbsent);
        }
        return faults;
    }

    private static <E> boolean stays(ReadRow row, Wanted<E> wanted) {
        return row.unreadable().isEmpty()
                && wanted.kept() != null
                && wanted.entry().equals(wanted.kept().entry());
    }

    private static <E> Comparison<E> judged(
            List<ReadRow> rows, List<Wanted<E>> wanted, List<Map<String, String>> faults, Register<E> register) {
        Comparison<E> comparison = new Comparison<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < rows.size(); i++) {
            Wanted<E> one = wanted.get(i);
            Verdict verdict = !faults.get(i).isEmpty()
                    ? Verdict.FAULTY
                    : one.kept() == null ? Verdict.NEW : stays(rows.get(i), one) ? Verdict.UNCHANGED : Verdict.CHANGED;
            comparison.rows().add(shown(rows.get(i), verdict, one, faults.get(i), register));
            if (verdict == Verdict.NEW) {
                comparison.made().add(one.entry());
            } else if (verdict == Verdict.CHANGED) {
                comparison.changed().add(one);
            }
        }
        return comparison;
    }

    private static <E> ComparedRow shown(
            ReadRow row, Verdict verdict, Wanted<E> one, Map<String, String> faults, Register<E> register) {
        Map<String, String> after = register.values(one.entry());
        Map<String, String> before =
                one.kept() == null ? after : register.values(one.kept().entry());
        Map<String, String> doubts =
                verdict == Verdict.NEW || verdict == Verdict.CHANGED ? register.doubts(one.entry()) : Map.of();
        Map<String, ComparedRow.Cell> cells = new LinkedHashMap<>();
        for (Heading heading : register.layout().headings()) {
            String key = heading.key();
            String said = row.unreadable().containsKey(key) ? row.values().get(key) : after.get(key);
            cells.put(
                    key,
                    new ComparedRow.Cell(
                            before.get(key).equals(said) || one.kept() == null ? null : before.get(key),
                            said,
                            faults.get(key),
                            doubts.get(key)));
        }
        return new ComparedRow(row.line(), verdict, cells);
    }
}
