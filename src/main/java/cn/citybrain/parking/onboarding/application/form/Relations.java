package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.form.Checks.Never;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a value goes with others of its form, by the {@link Checks} of its field. Messages are Chinese and whole. */
final class Relations {

    private static final String LEGAL_NAME = "legal.name";

    private final FieldRules rules;

    Relations(FieldRules rules) {
        this.rules = rules;
    }

    /** What cannot be. */
    Optional<String> fault(Catalogue catalogue, Field field, Map<String, String> values) {
        return documentFault(catalogue, field, values)
                .or(() -> never(catalogue, field, values, false))
                .or(() -> named(catalogue, field, values, Relations::bankFault));
    }

    /** What can hardly be. */
    Optional<String> doubt(Catalogue catalogue, Field field, Map<String, String> values) {
        return never(catalogue, field, values, true)
                .or(() -> payersNameDoubt(catalogue, field, values))
                .or(() -> named(catalogue, field, values, Relations::bankDoubt))
                .or(() -> branchDoubt(catalogue, field, values))
                .or(() -> placeDoubt(catalogue, field, values));
    }

    private Optional<String> documentFault(Catalogue catalogue, Field field, Map<String, String> values) {
        String document = field.checks().document();
        if (document == null) {
            return Optional.empty();
        }
        String code = catalogue
                .field(document)
                .map(kind -> kind.said(values.get(document)))
                .orElse(null);
        return rules.documentFault(IdentityDocument.of(code), values.get(field.key()))
                .map(fault -> field.label() + fault);
    }

    private static Optional<String> never(Catalogue catalogue, Field field, Map<String, String> values, boolean doubt) {
        return field.checks().never().stream()
                .filter(never -> never.doubt() == doubt && catalogue.holds(never.when(), values))
                .filter(never -> never.holds(values.get(field.key())))
                .map(Never::message)
                .map(message -> field.label() + message)
                .findFirst();
    }

    private static Optional<String> payersNameDoubt(Catalogue catalogue, Field field, Map<String, String> values) {
        String value = values.get(field.key());
        if (!field.checks().payersName()) {
            return Optional.empty();
        }
        if (PayersNames.isGeneric(value)) {
            return Optional.of(field.label() + "“" + value + "”是泛称，车主看不出是哪一家，请写明名称，如“西湖停车”");
        }
        boolean person = catalogue
                .fields()
                .anyMatch(other -> LEGAL_NAME.equals(other.profile()) && value.equals(values.get(other.key())));
        return person ? Optional.of(field.label() + "只是一个人的姓名，请写明名称，如“西湖停车”") : Optional.empty();
    }

    /** Whether another field is in the form, and filled in. */
    private static boolean isThere(Catalogue catalogue, String key, Map<String, String> values) {
        return values.containsKey(key)
                && catalogue
                        .field(key)
                        .filter(other -> catalogue.applies(other, values))
                        .isPresent();
    }

    private interface BankCheck {
        Optional<String> of(Field field, String number, String bank);
    }

    private static Optional<String> named(
            Catalogue catalogue, Field field, Map<String, String> values, BankCheck check) {
        return field.checks().bank().stream()
                .filter(key -> isThere(catalogue, key, values))
                .flatMap(key -> check.of(field, values.get(field.key()), values.get(key)).stream())
                .findFirst();
    }

    /** Both banks are known for certain, and they are two. */
    private static Optional<String> bankFault(Field field, String number, String bank) {
        Optional<String> owner = BankCodes.owner(number);
        return BankCodes.named(bank)
                .filter(named -> !owner.equals(Optional.of(named)))
                .map(named -> owner.map(" 是%s的"::formatted).orElse(" 不是" + named + "的"))
                .map(whose -> field.label() + "的前三位 " + BankCodes.code(number) + whose + "，与“" + bank + "”不是同一家银行，请核对");
    }

    /** A bank that shares its code with others is named, and the number is that of one that does not. */
    private static Optional<String> bankDoubt(Field field, String number, String bank) {
        return BankCodes.owner(number)
                .filter(owner -> BankCodes.isBank(bank) && BankCodes.named(bank).isEmpty())
                .map(owner -> "%s的前三位 %s 是%s的，与“%s”不像同一家银行，请核对"
                        .formatted(field.label(), BankCodes.code(number), owner, bank));
    }

    /** The list of branches knows the branch by another number, or the number by another branch. */
    private static Optional<String> branchDoubt(Catalogue catalogue, Field field, Map<String, String> values) {
        String number = values.get(field.key());
        return field.checks().bank().stream()
                .flatMap(key -> catalogue.field(key).stream())
                .filter(branch ->
                        branch.fills() != null && branch.fills().field().equals(field.key()))
                .filter(branch -> isThere(catalogue, branch.key(), values))
                .flatMap(branch -> branchDoubt(field, number, values.get(branch.key()), branch.fills()))
                .findFirst();
    }

    private static Stream<String> branchDoubt(Field field, String number, String name, Fills known) {
        String listed = known.values().get(name);
        if (listed != null) {
            return listed.equals(number)
                    ? Stream.empty()
                    : Stream.of(field.label() + "与支行列表里“" + name + "”的 " + listed + " 不一致，请向开户行核对");
        }
        return known.values().entrySet().stream()
                .filter(entry -> entry.getValue().equals(number))
                .map(entry -> field.label() + "在支行列表里是“" + entry.getKey() + "”的，与填写的“" + name + "”不一致，请向开户行核对");
    }

    private static Optional<String> placeDoubt(Catalogue catalogue, Field field, Map<String, String> values) {
        if (field.type() != FieldType.REGION_CODE) {
            return Optional.empty();
        }
        Optional<String> city = Regions.MAINLAND.city(values.get(field.key()));
        if (city.isEmpty()) {
            return Optional.of(field.label() + "“" + values.get(field.key()) + "”不在行政区划代码表里，请从列表中选择城市");
        }
        return field.checks().place().stream()
                .filter(key -> isThere(catalogue, key, values))
                .flatMap(key -> placeDoubt(field, city.get(), catalogue.label(key), values.get(key)))
                .findFirst();
    }

    private static Stream<String> placeDoubt(Field field, String city, String label, String text) {
        Set<String> named = Regions.MAINLAND.named(text);
        return named.isEmpty() || named.contains(city)
                ? Stream.empty()
                : Stream.of(field.label() + "选的是" + city + "，" + label + "写的是" + String.join("、", named) + "，请确认");
    }
}
