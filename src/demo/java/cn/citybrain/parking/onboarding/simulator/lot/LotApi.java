package cn.citybrain.parking.onboarding.simulator.lot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lots for pages and scripts. */
@RestController
@RequestMapping("/demo/api/lots")
class LotApi {

    private final LotSystems lots;
    private final LotVisits visits;
    private final LotLink link;
    private final LotDesk desk;
    private final WholeVisit wholeVisit;

    LotApi(LotSystems lots, LotVisits visits, LotLink link, LotDesk desk, WholeVisit wholeVisit) {
        this.lots = lots;
        this.visits = visits;
        this.link = link;
        this.desk = desk;
        this.wholeVisit = wholeVisit;
    }

    @GetMapping
    List<LotName> all() {
        return lots.names().entrySet().stream()
                .map(lot -> new LotName(lot.getKey(), lot.getValue()))
                .toList();
    }

    /** Sets the lot's system up when it is asked for the first time. */
    @GetMapping("/{code}")
    LotView lot(@PathVariable String code) {
        return LotView.of(lots.of(code));
    }

    @PutMapping("/{code}")
    LotView configure(@PathVariable String code, @RequestBody Options options) {
        LotSystem now = lots.of(code);
        if (options.name() != null) {
            lots.name(code, options.name());
        }
        if (options.platformKeyBits() != null) {
            lots.open(code, options.platformKeyBits());
        }
        return LotView.of(lots.configure(
                code,
                options.keySize() == null ? now.keySize() : options.keySize(),
                options.dataAsText() == null ? now.dataAsText() : options.dataAsText(),
                options.fileOutside() == null ? now.fileOutside() : options.fileOutside()));
    }

    @GetMapping("/{code}/visits")
    List<LotVisit> visits(@PathVariable String code) {
        return visits.all(code);
    }

    @GetMapping("/{code}/calls")
    List<LotCall> calls(@PathVariable String code) {
        return link.log(code);
    }

    @PostMapping("/{code}/hello")
    LotRun hello(@PathVariable String code) {
        return desk.hello(code);
    }

    @PostMapping("/{code}/enter")
    LotRun enter(@PathVariable String code, @RequestBody Vehicle vehicle) {
        return desk.enter(code, vehicle.plate(), vehicle.color());
    }

    @PostMapping("/{code}/visits/{uid}/leave")
    LotRun leave(@PathVariable String code, @PathVariable String uid, @RequestBody Vehicle vehicle) {
        return desk.leave(code, uid, vehicle.fee());
    }

    /** The attendant opens the gate although the platform has not said so. */
    @PostMapping("/{code}/visits/{uid}/open-gate")
    LotRun openGate(@PathVariable String code, @PathVariable String uid, @RequestBody Vehicle vehicle) {
        return desk.openGate(code, uid, vehicle.fee());
    }

    @PostMapping("/{code}/visits/{uid}/pay")
    LotRun pay(@PathVariable String code, @PathVariable String uid) {
        return desk.requestPayment(code, uid);
    }

    @PostMapping("/{code}/visits/{uid}/claim")
    LotRun claim(@PathVariable String code, @PathVariable String uid) {
        return desk.claimPayment(code, uid, 4, 101);
    }

    @PostMapping("/{code}/visits/{uid}/result")
    LotRun result(@PathVariable String code, @PathVariable String uid) {
        return desk.askPayResult(code, uid);
    }

    /** A whole visit in one go, with the flaw named in {@code spoil} or with none. */
    @PostMapping("/{code}/visits")
    LotRun visit(@PathVariable String code, @RequestBody Vehicle vehicle) {
        return vehicle.spoil() == null || vehicle.spoil().isBlank()
                ? wholeVisit.flawless(code, vehicle.plate(), vehicle.color(), vehicle.fee())
                : wholeVisit.spoiled(
                        code, vehicle.plate(), vehicle.color(), vehicle.fee(), SpoiledRecord.valueOf(vehicle.spoil()));
    }

    @PostMapping("/{code}/calls/{call}")
    LotCall call(@PathVariable String code, @PathVariable String call, @RequestBody Map<String, Object> data) {
        return desk.send(code, call, data);
    }

    /** What {@code spoil} may be, with its meaning. */
    @GetMapping("/flaws")
    Map<String, String> flaws() {
        Map<String, String> flaws = new LinkedHashMap<>();
        Arrays.stream(SpoiledRecord.values()).forEach(flaw -> flaws.put(flaw.name(), flaw.meaning()));
        return flaws;
    }

    record LotName(String code, String name) {}

    /** Null leaves a setting as it is. */
    record Options(String name, Integer keySize, Boolean dataAsText, Boolean fileOutside, Integer platformKeyBits) {}

    /**
     * @param plateColor 1 blue 2 yellow 3 white 4 black 5 green; blue where left out
     * @param amount fee in 分; 5 元 where left out
     */
    record Vehicle(String plateNo, Integer plateColor, Integer amount, String spoil) {

        String plate() {
            if (plateNo == null || plateNo.isBlank()) {
                throw new IllegalArgumentException("请填写车牌");
            }
            return plateNo.strip();
        }

        int color() {
            return plateColor == null ? 1 : plateColor;
        }

        int fee() {
            return amount == null ? 500 : amount;
        }
    }

    /** A lot without its private keys. */
    record LotView(
            String code,
            String name,
            String accessId,
            String publicKey,
            int keySize,
            boolean dataAsText,
            boolean fileOutside,
            int platformKeyBits) {

        static LotView of(LotSystem lot) {
            return new LotView(
                    lot.code(),
                    lot.name(),
                    lot.accessId(),
                    lot.key().publicKeyPem(),
                    lot.keySize(),
                    lot.dataAsText(),
                    lot.fileOutside(),
                    lot.platformKeyBits());
        }
    }
}
