package cn.citybrain.parking.onboarding.simulator.lot;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform tells a lot, for pages and scripts. */
@RestController
@RequestMapping("/demo/api/lots/{code}")
class ReceptionApi {

    private final LotReception reception;

    ReceptionApi(LotReception reception) {
        this.reception = reception;
    }

    @GetMapping("/reception")
    ReceptionView reception(@PathVariable String code) {
        Reception now = reception.of(code);
        return new ReceptionView(
                !now.mqttPassword().isEmpty(), now.pollOnly(), now.leadingSlash(), now.silent(), reception.hears(code));
    }

    /** A password that is left out stays as it is. */
    @PutMapping("/reception")
    ReceptionView set(@PathVariable String code, @RequestBody Reception wanted) {
        String password = wanted.mqttPassword().isEmpty() ? reception.of(code).mqttPassword() : wanted.mqttPassword();
        reception.set(code, new Reception(password, wanted.pollOnly(), wanted.leadingSlash(), wanted.silent()));
        return reception(code);
    }

    /** Newest first. */
    @GetMapping("/messages")
    List<ReceivedMessage> messages(@PathVariable String code) {
        return reception.messages(code);
    }

    /** @param connected whether the lot hears the platform by MQTT at this moment */
    record ReceptionView(
            boolean hasPassword, boolean pollOnly, boolean leadingSlash, boolean silent, boolean connected) {}
}
