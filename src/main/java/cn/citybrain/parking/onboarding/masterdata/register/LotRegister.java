package cn.citybrain.parking.onboarding.masterdata.register;

import static cn.citybrain.parking.onboarding.masterdata.register.Columns.optional;
import static cn.citybrain.parking.onboarding.masterdata.register.Columns.required;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.lot.LotChange;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files of parking lots, each with its company and its vendor. */
@Component
class LotRegister implements Register<LotRow> {

    private static final Layout LAYOUT = new Layout(
            ImportKind.LOTS.title(),
            List.of(
                    required(
                            "code",
                            "停车场编号",
                            Content.CODE,
                            "3301020001",
                            "与停车系统上报的 parkingCode 一致。单元格须为文本格式，以后不能改",
                            "编号",
                            "车场编号",
                            "parkingCode"),
                    required("company", "所属公司", Content.CODE, "91330102765432101R", "统一社会信用代码或公司代码，须已登记", "车场方", "公司"),
                    required("name", "停车场名称", Content.TEXT, "湖滨银泰停车场", "全称", "名称"),
                    required("address", "地址", Content.TEXT, "杭州市上城区东坡路7号", "省市区和门牌号"),
                    optional("longitude", "经度", Content.DECIMAL, "120.164410", "高德地图坐标，与纬度同填或同空"),
                    optional("latitude", "纬度", Content.DECIMAL, "30.252710", "高德地图坐标"),
                    required("spaces", "泊位数", Content.WHOLE, "420", "整数", "车位数"),
                    optional("lanes", "车道数", Content.WHOLE, "4", "入口和出口合计，选填"),
                    optional("servicePhone", "服务电话", Content.PHONE, "0571-87000001", "车主拨打的电话，选填", "客服电话"),
                    optional("vendor", "技术方", Content.TEXT, "vendor-zhilian", "技术方代码或名称，须已登记；空着表示没有", "技术方代码", "车场技术方"),
                    optional("from", "技术方生效日期", Content.DATE, "", "如 2026-12-01；空着表示立即生效", "生效日期")));

    private final Lots lots;
    private final LotVendors choices;
    private final KnownNames known;
    private final LotVendorsKept vendorsKept;

    LotRegister(Lots lots, LotVendors choices, KnownNames known, LotVendorsKept vendorsKept) {
        this.lots = lots;
        this.choices = choices;
        this.known = known;
        this.vendorsKept = vendorsKept;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LOTS;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
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
        return vendorsKept.withFaultsOfVendors(withLostZeros(faults, wanted), wanted);
    }

    /** A spreadsheet that takes a code for a number forgets the zeros before it; the lot that is meant is kept with them. */
    private List<Map<String, String>> withLostZeros(List<Map<String, String>> faults, List<Wanted<LotRow>> wanted) {
        List<String> longer = wanted.stream()
                .filter(one -> one.kept() == null)
                .map(one -> one.entry().lot().code())
                .filter(code -> code.matches("[1-9][0-9]*"))
                .flatMap(code -> Stream.of("0" + code, "00" + code))
                .toList();
        Map<String, String> meant = new HashMap<>();
        lots.kept(longer).forEach((code, lot) -> meant.put(code.replaceFirst("^0+", ""), code));
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Map<String, String> found = new LinkedHashMap<>(faults.get(i));
            String code = wanted.get(i).kept() == null
                    ? meant.get(wanted.get(i).entry().lot().code())
                    : null;
            if (code != null) {
                found.put("code", "停车场编号前面的 0 可能丢失了：已有停车场 " + code + "。请把这一列的单元格格式设为“文本”后重新填写");
            }
            all.add(found);
        }
        return all;
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
