package cn.citybrain.parking.onboarding.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * UnionPay, citizen card and China Merchants Bank go the same way: their models differ in names, and where the procedure
 * document lets them differ, which is what is chosen in the form.
 */
class SigningModelsTest {

    private record Names(String key, String channel, String party, String visitor, String chosen, String platform) {}

    private static final Map<String, Names> CHANNELS = Map.of(
            "unionpay", new Names("unionpay", "银联", "收单银行", "收单银行", "选择签约收单银行", "杭州城市大脑停车系统智停平台"),
            "citizencard", new Names("citizencard", "市民卡", "市民卡公司", "市民卡", "", "杭州城市大脑停车系统智停平台"),
            "cmb", new Names("cmb", "招商银行", "招商银行", "收单银行", "选择企业开户银行", "城市大脑停车系统智停平台"));

    @ParameterizedTest
    @ValueSource(strings = {"citizencard", "cmb"})
    void sayTheSameAsUnionPayInOtherNames(String channel) throws IOException {
        assertThat(masked(channel)).isEqualTo(masked("unionpay"));
    }

    @Test
    void areOfTheSameLength() throws IOException {
        assertThat(List.of(lines("unionpay"), lines("citizencard"), lines("cmb")))
                .allSatisfy(lines -> assertThat(lines).hasSameSizeAs(lines("unionpay")));
    }

    /** What is drawn is left out: labels are as wide as their names. */
    private static List<String> masked(String channel) throws IOException {
        Names names = CHANNELS.get(channel);
        Map<String, String> masks = new LinkedHashMap<>();
        masks.put("（" + names.chosen() + "）", "");
        masks.put(names.chosen() + "，", "");
        masks.put(names.platform(), "平台");
        masks.put("等待" + names.visitor() + "联系", "等待来人联系");
        masks.put(names.party(), "对方");
        masks.put(names.channel(), "对方");
        masks.put(names.key(), "channel");
        masks.put("停车场(库)", "停车场（库）");
        return lines(channel).stream()
                .takeWhile(line -> !line.contains("BPMNDiagram"))
                .map(line -> {
                    String masked = line;
                    for (Map.Entry<String, String> mask : masks.entrySet()) {
                        masked = mask.getKey().length() < 2 ? masked : masked.replace(mask.getKey(), mask.getValue());
                    }
                    return masked;
                })
                .toList();
    }

    private static List<String> lines(String channel) throws IOException {
        return Files.readAllLines(Path.of("bpmn", channel + "-onboarding.bpmn"));
    }
}
