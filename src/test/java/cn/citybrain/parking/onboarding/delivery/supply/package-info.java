/**
 * What the product is made of: the bill of materials in the jars, held against the list of known holes in
 * {@code .ci/known-holes.yaml}. The comparison is tested with every build; its verdict of the day is {@code .ci/run}'s.
 */
package cn.citybrain.parking.onboarding.delivery.supply;
