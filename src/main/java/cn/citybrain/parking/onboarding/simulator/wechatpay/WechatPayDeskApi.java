package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.wechatpay.Applyment.Complaint;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@link WechatPayDesk} for scripts: the same commands as JSON. A command that does not fit the state answers 409 with
 * {@code {"message": …}}.
 */
@RestController
@RequestMapping("/demo/api/wechatpay")
class WechatPayDeskApi {

    private final WechatPayDesk desk;

    WechatPayDeskApi(WechatPayDesk desk) {
        this.desk = desk;
    }

    record Refusal(List<Complaint> complaints, String message) {}

    record Reason(String reason) {}

    record Decision(boolean success, String reason) {}

    record Switch(boolean on) {}

    record NewMerchant(String subMchid, String name) {}

    @GetMapping("/applyments")
    List<Applyment> applyments() {
        return desk.applyments();
    }

    @GetMapping("/applyments/{code}")
    Applyment applyment(@PathVariable String code) {
        return desk.applyment(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有申请单 " + code));
    }

    @PostMapping("/applyments/{code}/refuse")
    Applyment refuse(@PathVariable String code, @RequestBody Refusal refusal) {
        List<Complaint> complaints = refusal.complaints() == null ? List.of() : refusal.complaints();
        return desk.refuse(code, complaints, refusal.message());
    }

    /** {@code approve}, {@code confirm}, {@code sign}, {@code finish}, {@code cancel}. */
    @PostMapping("/applyments/{code}/{command:approve|confirm|sign|finish|cancel}")
    Applyment command(@PathVariable String code, @PathVariable String command) {
        return switch (command) {
            case "approve" -> desk.approve(code);
            case "confirm" -> desk.confirm(code);
            case "sign" -> desk.sign(code);
            case "finish" -> desk.finish(code);
            default -> desk.cancel(code);
        };
    }

    @PostMapping("/applyments/{code}/mail")
    Map<String, String> mail(@PathVariable String code) {
        desk.sendMail(code);
        return Map.of();
    }

    @PostMapping("/applyments/{code}/state/{state}")
    Applyment force(@PathVariable String code, @PathVariable ApplymentState state) {
        return desk.force(code, state);
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> media(@PathVariable String id) {
        Media media = desk.media(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有图片"));
        String name = media.fileName();
        String type = name.endsWith("png") ? "image/png" : name.endsWith("bmp") ? "image/bmp" : "image/jpeg";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(Base64.getDecoder().decode(media.base64()));
    }

    @PostMapping("/merchants")
    Map<String, String> adopt(@RequestBody NewMerchant merchant) {
        desk.adoptMerchant(merchant.subMchid(), merchant.name());
        return Map.of();
    }

    @GetMapping("/lots")
    List<LotApplication> lots() {
        return desk.lots();
    }

    @PostMapping("/lots/{auditNo}/pass")
    LotApplication passLot(@PathVariable String auditNo) {
        return desk.passLot(auditNo);
    }

    @PostMapping("/lots/{auditNo}/refuse")
    LotApplication refuseLot(@PathVariable String auditNo, @RequestBody Reason reason) {
        return desk.refuseLot(auditNo, reason.reason());
    }

    @GetMapping("/vehicles")
    List<VehicleService> vehicles() {
        return desk.vehicles();
    }

    @PutMapping("/vehicles")
    VehicleService setVehicle(@RequestBody VehicleService vehicle) {
        desk.setVehicle(vehicle);
        return vehicle;
    }

    @GetMapping("/visits")
    List<ParkingVisit> visits() {
        return desk.visits();
    }

    @PostMapping("/visits/{id}/block")
    ParkingVisit block(@PathVariable String id, @RequestBody Reason reason) {
        return desk.block(id, reason.reason());
    }

    @PostMapping("/visits/{id}/unblock")
    ParkingVisit unblock(@PathVariable String id) {
        return desk.unblock(id);
    }

    @GetMapping("/orders")
    List<ParkingOrder> orders() {
        return desk.orders();
    }

    @PostMapping("/orders/{outTradeNo}/decide")
    ParkingOrder decide(@PathVariable String outTradeNo, @RequestBody Decision decision) {
        return desk.decide(outTradeNo, decision.success(), decision.reason());
    }

    @PostMapping("/orders/{outTradeNo}/pay-back")
    ParkingOrder payBack(@PathVariable String outTradeNo) {
        return desk.payBack(outTradeNo);
    }

    @GetMapping("/refunds")
    List<RefundRecord> refunds() {
        return desk.refunds();
    }

    @PostMapping("/refunds/{outRefundNo}/decide")
    RefundRecord decideRefund(@PathVariable String outRefundNo, @RequestBody Decision decision) {
        return desk.decideRefund(outRefundNo, decision.success());
    }

    @GetMapping("/notices")
    List<Notice> notices() {
        return desk.notices();
    }

    @PostMapping("/notices/deliver")
    Map<String, Integer> deliverDue() {
        return Map.of("delivered", desk.deliverDue());
    }

    @PostMapping("/notices/{id}/deliver")
    Notice deliver(@PathVariable String id) {
        return desk.deliver(id);
    }

    @GetMapping("/faults")
    List<Fault> faults() {
        return desk.faults();
    }

    @PostMapping("/faults")
    Fault plan(@RequestBody Fault fault) {
        return desk.plan(fault);
    }

    @DeleteMapping("/faults/{id}")
    void drop(@PathVariable String id) {
        desk.drop(id);
    }

    @DeleteMapping("/faults")
    void dropAll() {
        desk.dropAllFaults();
    }

    @GetMapping("/autopilot")
    Switch autopilot() {
        return new Switch(desk.autopilot());
    }

    @PutMapping("/autopilot")
    Switch autopilot(@RequestBody Switch wanted) {
        desk.autopilot(wanted.on());
        return wanted;
    }

    @ExceptionHandler({IllegalStateException.class, ApiError.class})
    ResponseEntity<Map<String, String>> doesNotFit(RuntimeException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", e.getMessage()));
    }
}
