package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.SimulatorProperties;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The lots' systems. A lot gets one, with keys of its own, when somebody first asks for it. */
@Component
class LotSystems {

    private static final String KIND = "lot";
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,32}");

    private final SimulatorStore store;
    private final Map<String, String> expected;

    LotSystems(SimulatorStore store, SimulatorProperties properties) {
        this.store = store;
        this.expected = properties.lots();
    }

    /** Names by code: the lots that are expected, and those that somebody asked for. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>(expected);
        store.all(KIND, LotSystem.class).forEach(lot -> names.put(lot.code(), lot.name()));
        return names;
    }

    /** The lot's system; set up now if it is the first time. */
    synchronized LotSystem of(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("车场编码只能是字母和数字，最多 32 位");
        }
        return store.find(KIND, code, LotSystem.class).orElseGet(() -> setUp(code));
    }

    LotSystem name(String code, String name) {
        of(code);
        return store.update(KIND, code, LotSystem.class, lot -> lot.named(name)).orElseThrow();
    }

    LotSystem configure(String code, int keySize, boolean dataAsText, boolean fileOutside) {
        of(code);
        return store.update(KIND, code, LotSystem.class, lot -> lot.with(keySize, dataAsText, fileOutside))
                .orElseThrow();
    }

    /** The lot opens the platform's messages with its key of this length. */
    LotSystem open(String code, int platformKeyBits) {
        of(code);
        return store.update(KIND, code, LotSystem.class, lot -> lot.opening(platformKeyBits))
                .orElseThrow();
    }

    LotSystem receive(String code, Reception reception) {
        of(code);
        return store.update(KIND, code, LotSystem.class, lot -> lot.receiving(reception))
                .orElseThrow();
    }

    /** Those that somebody asked for. */
    List<LotSystem> all() {
        return store.all(KIND, LotSystem.class);
    }

    private LotSystem setUp(String code) {
        LotSystem lot = new LotSystem(
                code,
                expected.getOrDefault(code, "停车场 " + code),
                "SIM" + code,
                Map.of(1024, LotKeys.generate(1024), 2048, LotKeys.generate(2048)),
                2048,
                false,
                false,
                Reception.POLLING,
                1024);
        store.put(KIND, code, lot);
        return lot;
    }
}
