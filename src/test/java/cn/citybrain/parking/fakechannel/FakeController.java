package cn.citybrain.parking.fakechannel;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import java.util.Map;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sim/fake")
class FakeController {

    private final ChannelOffice office;

    FakeController(Offices offices) {
        office = offices.of("fake");
    }

    @PostMapping(params = "do=SUBMIT")
    Map<String, Object> submit(@RequestParam String no, @RequestParam String name, @RequestParam String notifyUrl) {
        String licence = office.media().keep("licence.png", new byte[] {1, 2, 3});
        Application submitted = Application.submitted(
                no,
                "R" + no,
                name,
                "RECEIVED",
                "",
                Map.of("name", name, "notifyUrl", notifyUrl, "papers", Map.of("licence", licence)));
        return review(office.applications().submit(submitted, before -> {}).no());
    }

    @PostMapping(params = "do=REVIEW")
    Map<String, Object> review(@RequestParam String no) {
        Application application = office.applications().required(no);
        return Map.of("code", "OK", "state", application.state(), "account", application.account());
    }

    @PostMapping(params = "do=LOT_SUBMIT")
    Map<String, Object> lot(@RequestParam String account, @RequestParam String lot) {
        Lot taken = office.lots().submit(Lot.submitted("L1", account, lot, "", 10, Map.of()));
        return Map.of("code", "OK", "state", taken.state(), "lot", taken.number());
    }

    @PostMapping(params = "do=DEDUCT")
    Map<String, Object> deduct(
            @RequestParam String no,
            @RequestParam String account,
            @RequestParam String plate,
            @RequestParam int amount,
            @RequestParam String notifyUrl) {
        return of(office.orders()
                .charge(Order.asked(
                        no, Numbers.digits(16), account, "", "试验停车场", plate, "", amount, notifyUrl, Map.of())));
    }

    @PostMapping(params = "do=QUERY")
    Map<String, Object> query(@RequestParam String no) {
        return office.orders().find(no).map(FakeController::of).orElse(Map.of("code", "NONE"));
    }

    @PostMapping(params = "do=REFUND")
    Map<String, Object> refund(
            @RequestParam String no,
            @RequestParam String order,
            @RequestParam String account,
            @RequestParam int amount) {
        Refund refund =
                office.refunds().refund(Refund.asked(no, Numbers.digits(16), order, account, amount, "试验", Map.of()));
        return Map.of("code", "OK", "state", refund.state());
    }

    @ExceptionHandler
    Map<String, String> refused(MoneyRefused refused) {
        return Map.of("code", refused.why().name());
    }

    static Map<String, Object> of(Order order) {
        return Map.of(
                "code", "OK",
                "no", order.outTradeNo(),
                "state", order.state(),
                "reason", order.reason(),
                "amount", order.amount(),
                "plate", order.plateNo(),
                "account", order.account(),
                "lot", order.lotName());
    }
}
