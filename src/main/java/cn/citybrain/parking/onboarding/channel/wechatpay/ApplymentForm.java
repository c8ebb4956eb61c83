package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.wechat.pay.java.core.cipher.PrivacyEncryptor;
import java.util.List;
import java.util.Map;

/** Builds the request of {@code POST /v3/applyment4sub/applyment/}. */
final class ApplymentForm {

    private final WechatPaySettings settings;
    private final PrivacyEncryptor encryptor;

    ApplymentForm(WechatPaySettings settings, PrivacyEncryptor encryptor) {
        this.settings = settings;
        this.encryptor = encryptor;
    }

    /**
     * @param values by our field key
     * @param mediaIds of the uploaded papers, by our field key
     */
    JsonObject fill(String businessCode, Map<String, String> values, Map<String, String> mediaIds) {
        JsonObject form = new JsonObject();
        form.addProperty("business_code", businessCode);
        for (ApplymentField field : ApplymentFields.ALL) {
            String value = field.value(field.paper() ? mediaIds : values);
            if (!value.isEmpty() && field.applies(values)) {
                put(form, field.steps(), coded(field, value));
            }
        }
        addConstants(form, values);
        return form;
    }

    private JsonElement coded(ApplymentField field, String value) {
        return switch (field.kind()) {
            case PLAIN, PAPER -> new JsonPrimitive(value);
            case SECRET -> new JsonPrimitive(encryptor.encrypt(value));
            case CODE, DOCUMENT -> new JsonPrimitive(field.prefix() + value);
            case FLAG -> new JsonPrimitive(Boolean.parseBoolean(value));
            case PAPERS -> listOf(new JsonPrimitive(value));
        };
    }

    private void addConstants(JsonObject form, Map<String, String> values) {
        put(form, "subject_info/finance_institution", new JsonPrimitive(false));
        put(form, "subject_info/identity_info/id_holder_type", new JsonPrimitive("LEGAL"));
        put(form, "business_info/sales_info/sales_scenes_type", listOf(new JsonPrimitive("SALES_SCENES_STORE")));
        String settlement = settings.settlementIds().getOrDefault(values.getOrDefault("subjectType", ""), "");
        put(form, "settlement_info/settlement_id", new JsonPrimitive(settlement));
        put(form, "settlement_info/qualification_type", new JsonPrimitive(settings.qualificationType()));
    }

    private static void put(JsonObject form, String path, JsonElement value) {
        put(form, List.of(path.split("/")), value);
    }

    private static void put(JsonObject form, List<String> steps, JsonElement value) {
        JsonObject place = form;
        for (int i = 0; i < steps.size() - 1; i++) {
            boolean list = steps.get(i + 1).equals("0");
            place = list ? onlyElement(place, steps.get(i++)) : member(place, steps.get(i));
        }
        place.add(steps.get(steps.size() - 1), value);
    }

    private static JsonObject member(JsonObject place, String name) {
        if (!place.has(name)) {
            place.add(name, new JsonObject());
        }
        return place.getAsJsonObject(name);
    }

    private static JsonObject onlyElement(JsonObject place, String name) {
        if (!place.has(name)) {
            place.add(name, listOf(new JsonObject()));
        }
        return place.getAsJsonArray(name).get(0).getAsJsonObject();
    }

    private static JsonArray listOf(JsonElement element) {
        JsonArray list = new JsonArray();
        list.add(element);
        return list;
    }
}
