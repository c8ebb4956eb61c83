package cn.citybrain.parking.onboarding.masterdata.register;

import static cn.citybrain.parking.onboarding.masterdata.register.Columns.optional;
import static cn.citybrain.parking.onboarding.masterdata.register.Columns.required;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyChange;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files of parking companies. */
@Component
class CompanyRegister implements Register<CompanyEntry> {

    private static final Layout LAYOUT = new Layout(
            ImportKind.COMPANIES.title(),
            List.of(
                    required("tenant", "公司代码", Content.CODE, "hubin", "小写字母、数字或短横线，2 至 32 位。以后不能改", "代码", "租户"),
                    required("name", "公司名称", Content.TEXT, "杭州湖滨停车管理有限公司", "与营业执照一致", "名称", "车场方", "车场方名称"),
                    required(
                            "uscc", "统一社会信用代码", Content.CODE, "91330102765432101R", "18 位。单元格须为文本格式", "信用代码", "社会信用代码"),
                    optional("contactPerson", "联系人", Content.TEXT, "林晓湖", "选填"),
                    optional("contactPhone", "联系电话", Content.PHONE, "0571-87000001", "手机、带区号的座机或 400 电话，选填", "电话"),
                    required("contactEmail", "联系邮箱", Content.CODE, "office@hubin.example", "通知发到这里", "邮箱")));

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
        return LAYOUT;
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
