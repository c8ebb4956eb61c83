package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.lot.LotChange;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files of parking lots, each with its company and its vendor. */
@Component
class LotRegister implements Register<LotRow> {

    private final Lots lots;
    private final LotVendors choices;
    private final KnownNames known;
    private final LotVendorsKept vendorsKept;
    private final LostZeros zeros;

    LotRegister(Lots lots, LotVendors choices, KnownNames known, LotVendorsKept vendorsKept, LostZeros zeros) {
        this.lots = lots;
        this.choices = choices;
        this.known = known;
        this.vendorsKept = vendorsKept;
        this.zeros = zeros;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LOTS;
    }

    @Override
    public Layout layout() {
        return Layouts.LOTS;
    }

    @Override
    public List<String> distinct() {
        return List.of("code");
    }

    @Override
    public String id(Map<String, String> values) {
        return values.get("code");
    }

    @Override
    public Map<String, Kept<LotRow>> kept(Collection<String> ids) {
        Map<String, LotVendorsKept.Chosen> chosen = vendorsKept.ofLots(ids);
        Map<String, Kept<LotRow>> kept = new HashMap<>();
        lots.kept(ids).forEach((code, lot) -> {
            LotVendorsKept.Chosen vendor = chosen.getOrDefault(code, LotVendorsKept.NOBODY);
            kept.put(code, new Kept<>(new LotRow(LotEntry.of(lot), vendor.group(), vendor.from()), lot.version()));
        });
        return kept;
    }

    @Override
    public LotRow entry(Map<String, String> values, Kept<LotRow> kept, Names names) {
        LotRow before = kept == null ? null : kept.entry();
        LotEntry lot = new LotEntry(
                values.get("code"),
                names.company(values.get("company")),
                values.get("name"),
                values.get("address"),
                degrees(
                        values.get("longitude"),
                        before == null ? "" : before.lot().longitude()),
                degrees(
                        values.get("latitude"),
                        before == null ? "" : before.lot().latitude()),
                values.get("spaces"),
                values.get("lanes"),
                values.get("servicePhone"));
        String vendor = names.vendor(values.get("vendor"));
        // who is the vendor already, stays so, from whichever day on that was to be
        boolean hasIt = before != null && before.from().isEmpty() && vendor.equals(before.vendor());
        return new LotRow(lot, vendor, hasIt || vendor.isEmpty() && before == null ? "" : values.get("from"));
    }

    @Override
    public Names names(Collection<Map<String, String>> rows) {
        return new Names(
                known.companies(rows.stream()
                        .map(row -> row.get("company"))
                        .filter(Objects::nonNull)
                        .toList()),
                known.vendors());
    }

    @Override
    public Map<String, String> values(LotRow row) {
        LotEntry lot = row.lot();
        return Map.ofEntries(
                Map.entry("code", lot.code()),
                Map.entry("company", lot.company()),
                Map.entry("name", lot.name()),
                Map.entry("address", lot.address()),
                Map.entry("longitude", lot.longitude()),
                Map.entry("latitude", lot.latitude()),
                Map.entry("spaces", lot.spaces()),
                Map.entry("lanes", lot.lanes()),
                Map.entry("servicePhone", lot.servicePhone()),
                Map.entry("vendor", row.vendor()),
                Map.entry("from", row.from()));
    }

    @Override
    public List<Map<String, String>> faults(List<Wanted<LotRow>> wanted, Actor by) {
        List<Map<String, String>> faults =
                lots.check(wanted.stream().map(one -> one.entry().lot()).toList());
        return vendorsKept.withFaultsOfVendors(zeros.lost(faults, wanted), wanted);
    }

    @Override
    public void write(List<LotRow> made, List<Wanted<LotRow>> changed, Actor by, String note) {
        lots.createAll(made.stream().map(LotRow::lot).toList(), by.userId(), note);
        lots.changeAll(
                changed.stream()
                        .map(one -> new LotChange(one.entry().lot(), one.kept().version()))
                        .toList(),
                by.userId(),
                note);
        choices.chooseAll(
                Stream.concat(
                                made.stream().filter(row -> !row.vendor().isEmpty()),
                                changed.stream()
                                        .filter(LotRegister::choosesVendor)
                                        .map(Wanted::entry))
                        .map(LotRow::choice)
                        .toList(),
                by.userId(),
                note);
    }

    private static boolean choosesVendor(Wanted<LotRow> one) {
        LotRow before = one.kept().entry();
        return !before.vendor().equals(one.entry().vendor())
                || !before.from().equals(one.entry().from());
    }

    /** 120.16441 says what 120.164410 says. */
    private static String degrees(String written, String kept) {
        return !written.isEmpty() && !kept.isEmpty() && Degrees.same(written, kept) ? kept : written;
    }
}
