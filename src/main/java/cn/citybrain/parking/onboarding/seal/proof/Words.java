package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.Layout;

/** How things of the chain are called in what people read. */
final class Words {

    private Words() {}

    /** @param layout may be missing */
    static String entry(Entry entry, Layout layout) {
        return "第 " + entry.block() + " 块第 " + entry.position() + " 条（"
                + (layout == null || layout.equals(Layout.NONE) ? "" : layout.tableName() + " ") + entry.key() + "）";
    }

    static String row(String table, String key) {
        return table + " " + key;
    }
}
