package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import java.util.Map;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one address. */
@RestController
class UnionPayController {

    private final ChannelOffice office;
    private final UnionPayMerchants merchants;
    private final UnionPayMoney money;

    UnionPayController(Offices offices) {
        this.office = offices.of(UnionPayParty.CODE);
        this.merchants = new UnionPayMerchants(office);
        this.money = new UnionPayMoney(office);
    }

    @PostMapping(UnionPayParty.PATH)
    Map<String, String> call(@RequestParam Map<String, String> fields) {
        UnionPayForm form = new UnionPayForm(fields);
        String merCode = form.text("MerCode", 15);
        return switch (form.text("TransId", 5)) {
            case "90101" -> merchants.submit(form);
            case "90201" -> merchants.review(form);
            case "90301" -> merchants.lot(form, merchant(merCode));
            case "90303" -> merchants.lotState(form, merchant(merCode));
            case "40401" -> agreement(form, merchant(merCode));
            case "40101" -> enter(form, merchant(merCode));
            case "40201" -> exit(form, merchant(merCode));
            case "40001" ->
                money.deduct(form, merchant(merCode), lot(form, merCode).name());
            case "90401" -> money.query(form, merchant(merCode));
            case "40301" -> money.refund(form, merchant(merCode));
            default -> throw new UnionPayError("02", "交易类型未知");
        };
    }

    private String merchant(String merCode) {
        if (office.accounts().find(merCode).isEmpty()) {
            throw new UnionPayError("04", "没有商户 " + merCode);
        }
        return merCode;
    }

    private Lot lot(UnionPayForm form, String merCode) {
        String parkCode = form.text("ParkCode", 32);
        form.text("ParkName", 64);
        return office.lots().all().stream()
                .filter(lot -> lot.account().equals(merCode) && lot.number().equals(parkCode))
                .findFirst()
                .orElseThrow(() -> new UnionPayError("04", "没有停车场 " + parkCode));
    }

    private Map<String, String> agreement(UnionPayForm form, String merCode) {
        if (!form.text("CarBusi", 2).equals("01")) {
            throw UnionPayError.field("CarBusi", "须为 01");
        }
        return Map.of("ResultCode", UnionPayChannel.code(office.agreements().of(form.text("CarNo", 16), "")));
    }

    private Map<String, String> enter(UnionPayForm form, String merCode) {
        String plate = form.text("CarNo", 16);
        String refNo = form.text("RefNo", 32);
        Lot lot = lot(form, merCode);
        return office.alone(() -> entered(form, merCode, plate, refNo, lot));
    }

    private Map<String, String> entered(UnionPayForm form, String merCode, String plate, String refNo, Lot lot) {
        String code = UnionPayChannel.code(office.agreements().of(plate, ""));
        if (office.visits().find(merCode, refNo).isPresent()) {
            return Map.of("ResultCode", code.equals("00") ? "08" : code);
        }
        boolean open = office.visits().all().stream()
                .anyMatch(visit -> visit.plateNo().equals(plate)
                        && visit.lotName().equals(lot.name())
                        && visit.state().equals(Visit.NORMAL));
        if (open) {
            throw new UnionPayError("60", "车辆有未出场的停车记录");
        }
        if (code.equals("00")) {
            office.visits()
                    .put(new Visit(
                            merCode + "-" + refNo,
                            merCode,
                            refNo,
                            plate,
                            "",
                            lot.name(),
                            form.time("InTime"),
                            "",
                            Visit.NORMAL,
                            "",
                            Map.of("ParkCode", lot.number())));
        }
        return Map.of("ResultCode", code, "CustId", "C" + Integer.toHexString(plate.hashCode()));
    }

    private Map<String, String> exit(UnionPayForm form, String merCode) {
        lot(form, merCode);
        return office.alone(() -> {
            Visit visit = office.visits()
                    .find(merCode, form.text("RefNo", 32))
                    .orElseThrow(() -> new UnionPayError("29", "没有这次停车"));
            office.visits().put(visit.left(form.time("ExitTime")));
            return Map.of("ResultCode", "00");
        });
    }

    @ExceptionHandler
    Map<String, String> refused(UnionPayError error) {
        return Map.of("ResultCode", error.code(), "ResultMsg", error.getMessage());
    }
}
