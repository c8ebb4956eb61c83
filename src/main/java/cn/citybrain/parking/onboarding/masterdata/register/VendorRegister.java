package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorChange;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files of technical vendors. */
@Component
class VendorRegister implements Register<VendorEntry> {

    private final VendorCompanies vendors;

    VendorRegister(VendorCompanies vendors) {
        this.vendors = vendors;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.VENDORS;
    }

    @Override
    public Layout layout() {
        return Layouts.VENDORS;
    }

    @Override
    public List<String> distinct() {
        return List.of("group", "name");
    }

    @Override
    public String id(Map<String, String> values) {
        return VendorEntry.group(values.get("group"));
    }

    @Override
    public Map<String, Kept<VendorEntry>> kept(Collection<String> ids) {
        Map<String, Kept<VendorEntry>> kept = new HashMap<>();
        vendors.kept()
                .forEach((group, vendor) -> kept.put(group, new Kept<>(VendorEntry.of(vendor), vendor.version())));
        return kept;
    }

    @Override
    public VendorEntry entry(Map<String, String> values, Kept<VendorEntry> kept, Names names) {
        return new VendorEntry(
                values.get("group"),
                values.get("name"),
                values.get("contactPerson"),
                values.get("contactPhone"),
                values.get("contactEmail"));
    }

    @Override
    public Names names(Collection<Map<String, String>> rows) {
        return Names.NONE;
    }

    @Override
    public Map<String, String> values(VendorEntry entry) {
        return Map.of(
                "group", entry.group(),
                "name", entry.name(),
                "contactPerson", entry.contactPerson(),
                "contactPhone", entry.contactPhone(),
                "contactEmail", entry.contactEmail());
    }

    @Override
    public List<Map<String, String>> faults(List<Wanted<VendorEntry>> wanted, Actor by) {
        return vendors.check(wanted.stream().map(Wanted::entry).toList());
    }

    @Override
    public void write(List<VendorEntry> made, List<Wanted<VendorEntry>> changed, Actor by, String note) {
        vendors.createAll(made, by.userId(), note);
        vendors.changeAll(
                changed.stream()
                        .map(one -> new VendorChange(one.entry(), one.kept().version()))
                        .toList(),
                by.userId(),
                note);
    }
}
