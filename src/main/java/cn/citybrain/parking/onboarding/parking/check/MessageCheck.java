package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.call.LotRequest;
import cn.citybrain.parking.onboarding.parking.call.LotRequestReader;
import cn.citybrain.parking.onboarding.parking.call.LotText;
import cn.citybrain.parking.onboarding.parking.check.Step.Outcome;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotPublicKey;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.trace.BodyText;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Tests one message of one lot, step by step. Nothing is stored and nobody is told. Only this lot's own valid key opens it: what
 * somebody else's key closed stays closed, and the platform's private keys are not used at all.
 */
@NamedInterface("services")
@Component
public class MessageCheck {

    private static final String ACCESS_ID = "accessID（接入编号）";
    private static final String BEFORE = "前面的问题解决后再看";

    private final AccessKeys keys;
    private final ContentCheck content;

    MessageCheck(AccessKeys keys, ContentCheck content) {
        this.keys = keys;
        this.content = content;
    }

    /**
     * A message as it was sent or would be.
     *
     * @param form the whole body as sent; null where the fields are given one by one
     * @param file a photo beside the cipher, null if none
     */
    @NamedInterface("services")
    public record Message(LotCall call, String form, String accessId, String cipher, String sign, String file) {

        /** Neither cipher nor photo may reach a log. */
        @Override
        public String toString() {
            return call.wireName();
        }
    }

    /**
     * @param right whether it would be taken as far as its form goes
     * @param plainText what was in it, without pictures; null if this lot's key does not open it
     */
    @NamedInterface("services")
    public record Verdict(boolean right, List<Step> steps, String plainText) {}

    public Verdict of(String lotCode, Message message) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> form;
        try {
            form = FormCheck.fields(message);
        } catch (LotRefusal refusal) {
            return verdict(List.of(Step.wrong(FormCheck.TITLE, refusal.getMessage())), null);
        }
        Step whole = FormCheck.of(form);
        steps.add(whole);
        AccessKey known = keys.of(lotCode).orElse(null);
        if (known == null) {
            steps.add(Step.wrong(ACCESS_ID, "本停车场还没有登记 accessID 和公钥，请先登记"));
        } else if (!form.getOrDefault("accessID", "").isBlank()) {
            steps.add(accessId(form.get("accessID"), known));
        }
        return known == null || whole.outcome() == Outcome.WRONG
                ? verdict(steps, null)
                : envelope(lotCode, known, message.call(), LotRequestReader.request(form), steps);
    }

    private static Step accessId(String sent, AccessKey known) {
        if (sent.equals(known.accessId())) {
            return Step.ok(ACCESS_ID, "与本停车场登记的一致");
        }
        return sent.strip().equalsIgnoreCase(known.accessId())
                ? Step.wrong(ACCESS_ID, "与登记的“" + known.accessId() + "”大小写或空格不同，应完全一致")
                : Step.wrong(ACCESS_ID, "不是本停车场登记的 accessID，本停车场登记的是“" + known.accessId() + "”");
    }

    private Verdict envelope(String lotCode, AccessKey known, LotCall call, LotRequest request, List<Step> steps) {
        RSAPublicKey key = LotPublicKey.parse(keys.publicKey(lotCode).orElseThrow());
        List<RSAPublicKey> former = keys.formerPublicKeys(lotCode, known.accessId()).stream()
                .map(LotPublicKey::parse)
                .filter(one -> !one.getModulus().equals(key.getModulus()))
                .toList();
        byte[] plain = opened(request, key, former, steps);
        steps.add(SignCheck.of(request.accessId(), request.envelope(), plain, key, former));
        if (plain == null) {
            steps.add(Step.skipped(ContentCheck.FIELDS, BEFORE));
            return verdict(steps, null);
        }
        steps.addAll(content.of(plain, call, request.file(), lotCode));
        return verdict(steps, readable(plain));
    }

    /** Null if it does not open; the steps say why. */
    private static byte[] opened(LotRequest request, RSAPublicKey key, List<RSAPublicKey> former, List<Step> steps) {
        String text = request.envelope().cipher();
        Step base64 = CipherCheck.text(text);
        steps.add(base64);
        if (base64.outcome() == Outcome.WRONG) {
            return null;
        }
        byte[] cipher = Base64.getMimeDecoder().decode(text);
        Step blocks = CipherCheck.blocks(cipher, key);
        steps.add(blocks);
        if (blocks.outcome() == Outcome.WRONG) {
            return null;
        }
        try {
            byte[] plain = request.envelope().opened(key);
            steps.add(Step.ok(
                    CipherCheck.OPENED,
                    "用登记的 " + key.getModulus().bitLength() + " 位公钥可以解开，明文 " + plain.length + " 字节"));
            return plain;
        } catch (GeneralSecurityException e) {
            steps.add(CipherCheck.closed(cipher, key, former));
            return null;
        }
    }

    private static String readable(byte[] plain) {
        try {
            return BodyText.of(LotText.of(plain).text());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Verdict verdict(List<Step> steps, String plainText) {
        boolean right = steps.stream().noneMatch(step -> step.outcome() == Outcome.WRONG);
        return new Verdict(right, steps, plainText);
    }
}
