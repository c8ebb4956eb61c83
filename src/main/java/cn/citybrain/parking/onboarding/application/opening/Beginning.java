package cn.citybrain.parking.onboarding.application.opening;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Applications that somebody began together from the page 收款账户.
 *
 * @param asked fingerprint of what was asked for
 * @param numbers of the applications, in the order in which they were asked for
 */
@NamedInterface("services")
public record Beginning(String asked, List<String> numbers) {

    public Beginning {
        numbers = List.copyOf(numbers);
    }
}
