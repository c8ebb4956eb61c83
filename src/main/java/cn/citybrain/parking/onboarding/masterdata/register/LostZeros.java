package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Codes of lots that lost the zeros before them on their way through a spreadsheet. */
@Component
class LostZeros {

    private final Lots lots;

    LostZeros(Lots lots) {
        this.lots = lots;
    }

    /** A spreadsheet that takes a code for a number forgets the zeros before it; the lot that is meant is kept with them. */
    List<Map<String, String>> lost(List<Map<String, String>> faults, List<Wanted<LotRow>> wanted) {
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
}
