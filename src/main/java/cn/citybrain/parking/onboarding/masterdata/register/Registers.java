package cn.citybrain.parking.onboarding.masterdata.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The registers by kind. */
@Component
public class Registers {

    private final Map<ImportKind, Register<?>> byKind = new EnumMap<>(ImportKind.class);

    private final PersonRegister people;

    Registers(List<Register<?>> all, PersonRegister people) {
        this.people = people;
        all.forEach(register -> byKind.put(register.kind(), register));
        if (byKind.size() != ImportKind.values().length || byKind.size() != all.size()) {
            throw new IllegalStateException("each kind of file has one register: " + all);
        }
    }

    public Register<?> of(ImportKind kind) {
        return byKind.get(kind);
    }

    /** Of people, where everybody new has this password and nobody is invited: for the demo. */
    public Register<?> ofPeople(String password) {
        return people.withPassword(password);
    }
}
