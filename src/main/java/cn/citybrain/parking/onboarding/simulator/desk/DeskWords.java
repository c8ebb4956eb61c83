package cn.citybrain.parking.onboarding.simulator.desk;

import cn.citybrain.parking.onboarding.simulator.wechatpay.ApplymentState;
import cn.citybrain.parking.onboarding.simulator.wechatpay.Fault;
import cn.citybrain.parking.onboarding.simulator.wechatpay.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The codes that the desk at WeChat Pay takes, each with what it means in Chinese. */
@RestController
class DeskWords {

    @GetMapping("/demo/api/words")
    Map<String, Map<String, String>> words() {
        return Map.of(
                "states", words(ApplymentState.values(), ApplymentState::words),
                "operations", words(Operation.values(), Operation::words),
                "faults", words(Fault.Kind.values(), Fault.Kind::words));
    }

    private static <E extends Enum<E>> Map<String, String> words(E[] codes, Function<E, String> meaning) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(codes).forEach(code -> words.put(code.name(), meaning.apply(code)));
        return words;
    }
}
