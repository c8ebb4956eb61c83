package cn.citybrain.parking.onboarding.chance;

import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;
import org.springframework.core.ResolvableType;

/** A body that looks like what a controller reads, down to the names of its fields; what stands in them is anything. */
final class OddBody {

    private static final Map<String, String> FORM = SampleForm.values(
            new Merchant(0, "x", "杭州测试停车有限公司", "91330114MA2H1K3X0X", "x@example.com"), "6222020000000000");

    private static final List<String> NAMES = new ArrayList<>(FORM.keySet());
    private static final List<String> PLAUSIBLE = new ArrayList<>(FORM.values());

    private OddBody() {}

    /** @param type a record, or what its components are */
    static Gen<Object> of(ResolvableType type) {
        return in -> Generate.range(0, 7).generate(in) == 7
                ? Odd.value().generate(in)
                : fitting(type).generate(in);
    }

    private static Gen<Object> fitting(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw.isRecord()) {
            return in -> record(type, in);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return in -> map(type.asMap().getGeneric(1), in);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return in -> list(type.asCollection().getGeneric(0), in);
        }
        if (raw.isEnum()) {
            return Generate.pick(Arrays.asList(raw.getEnumConstants())).map(Object::toString);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Generate.booleans().map(one -> (Object) one);
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return Generate.range(-1, 5).map(one -> (Object) one);
        }
        return raw == String.class ? text() : Odd.value();
    }

    private static Gen<Object> text() {
        return in -> Generate.booleans().generate(in)
                ? Generate.pick(PLAUSIBLE).generate(in)
                : Odd.text().generate(in);
    }

    private static Object record(ResolvableType type, RandomnessSource in) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (RecordComponent component : type.toClass().getRecordComponents()) {
            if (Generate.range(0, 9).generate(in) < 9) {
                body.put(
                        component.getName(),
                        of(ResolvableType.forMethodReturnType(component.getAccessor()))
                                .generate(in));
            }
        }
        return body;
    }

    private static Object map(ResolvableType values, RandomnessSource in) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = Generate.range(0, 5).generate(in); i > 0; i--) {
            String name = Generate.range(0, 5).generate(in) < 5
                    ? Generate.pick(NAMES).generate(in)
                    : Odd.text().generate(in);
            map.put(name, of(values).generate(in));
        }
        return map;
    }

    private static Object list(ResolvableType elements, RandomnessSource in) {
        List<Object> list = new ArrayList<>();
        for (int i = Generate.range(0, 3).generate(in); i > 0; i--) {
            list.add(of(elements).generate(in));
        }
        return list;
    }
}
