package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyChange;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files of parking companies. */
@Component
class CompanyRegister implements Register<CompanyEntry> {

    private final Companies companies;

    CompanyRegister(Companies companies) {
        this.companies = companies;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.COMPANIES;
    }

    @Override
    public Layout layout() {
        return Layouts.COMPANIES;
    }

    @Override
    public List<String> distinct() {
        return List.of("tenant", "uscc");
    }

    @Override
    public String id(Map<String, String> values) {
        return entry(values, null, Names.NONE).tenant();
    }

    @Override
    public Map<String, Kept<CompanyEntry>> kept(Collection<String> ids) {
        Map<String, Kept<CompanyEntry>> kept = new HashMap<>();
        companies
                .kept(ids)
                .forEach(
                        (tenant, company) -> kept.put(tenant, new Kept<>(CompanyEntry.of(company), company.version())));
        return kept;
    }

    @Override
    public CompanyEntry entry(Map<String, String> values, Kept<CompanyEntry> kept, Names names) {
        return new CompanyEntry(
                values.get("tenant"),
                values.get("name"),
                values.get("uscc"),
                values.get("contactPerson"),
                values.get("contactPhone"),
                values.get("contactEmail"));
    }

    @Override
    public Names names(Collection<Map<String, String>> rows) {
        return Names.NONE;
    }

    @Override
    public Map<String, String> values(CompanyEntry entry) {
        return Map.of(
                "tenant", entry.tenant(),
                "name", entry.name(),
                "uscc", entry.uscc(),
                "contactPerson", entry.contactPerson(),
                "contactPhone", entry.contactPhone(),
                "contactEmail", entry.contactEmail());
    }

    @Override
    public List<Map<String, String>> faults(List<Wanted<CompanyEntry>> wanted, Actor by) {
        return companies.check(wanted.stream().map(Wanted::entry).toList());
    }

    @Override
    public void write(List<CompanyEntry> made, List<Wanted<CompanyEntry>> changed, Actor by, String note) {
        companies.createAll(made, by.userId(), note);
        companies.changeAll(
                changed.stream()
                        .map(one -> new CompanyChange(one.entry(), one.kept().version()))
                        .toList(),
                by.userId(),
                note);
    }
}
