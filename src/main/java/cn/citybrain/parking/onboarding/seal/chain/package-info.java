/**
 * The chain: a moment after a transaction, any one node turns its facts into entries, each the hash of a row as it is then and of every entry before.
 * An entry holds no content, so it can stay when the row is removed because its time is over.
 */
package cn.citybrain.parking.onboarding.seal.chain;
