package cn.citybrain.parking.onboarding.application.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** Which characters a channel takes. */
public enum Repertoire {
    /** All of Unicode. */
    @JsonProperty("all")
    ALL,
    /** UTF-8 of one to three bytes: the basic plane, without the rare characters beyond it. */
    @JsonProperty("basic")
    BASIC;

    private static final int LAST_OF_BASIC_PLANE = 0xFFFF;

    /** In Chinese, to stand after the field's name; empty if the channel takes every character of the value. */
    Optional<String> fault(String value) {
        return this == ALL
                ? Optional.empty()
                : value.codePoints()
                        .filter(c -> c > LAST_OF_BASIC_PLANE)
                        .mapToObj(c -> "里的生僻字“%s”（U+%04X）渠道不能接收，请向运营公司确认可以代用的写法".formatted(Character.toString(c), c))
                        .findFirst();
    }
}
