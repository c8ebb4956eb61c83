/** A day's end in the chain, signed: what leaves the house by mail and export, so that the chain cannot be made anew. */
package cn.citybrain.parking.onboarding.seal.day;
