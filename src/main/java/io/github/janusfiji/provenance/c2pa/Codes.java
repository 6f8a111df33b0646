/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

/** C2PA's validation status codes that Janus knows (C2PA 2.2, 15.2). */
public final class Codes {

	/** The signer's chain leads to a trusted anchor. */
	public static final String TRUSTED = "signingCredential.trusted";

	/** It does not. */
	public static final String UNTRUSTED = "signingCredential.untrusted";

	static final String CREDENTIAL_INVALID = "signingCredential.invalid";
	static final String CREDENTIAL_EXPIRED = "signingCredential.expired";
	static final String SIGNATURE_VALIDATED = "claimSignature.validated";
	static final String SIGNATURE_MISMATCH = "claimSignature.mismatch";
	static final String SIGNATURE_MISSING = "claimSignature.missing";
	static final String INSIDE_VALIDITY = "claimSignature.insideValidity";
	static final String OUTSIDE_VALIDITY = "claimSignature.outsideValidity";
	static final String TIME_VALIDATED = "timeStamp.validated";
	static final String TIME_MISMATCH = "timeStamp.mismatch";
	static final String TIME_MALFORMED = "timeStamp.malformed";
	static final String URI_MATCH = "assertion.hashedURI.match";
	static final String URI_MISMATCH = "assertion.hashedURI.mismatch";
	static final String ASSERTION_MISSING = "assertion.missing";
	static final String ASSERTION_UNDECLARED = "assertion.undeclared";
	static final String ASSERTION_CBOR = "assertion.cbor.invalid";
	static final String ACTION_MALFORMED = "assertion.action.malformed";
	static final String ACTION_INGREDIENT = "assertion.action.ingredientMismatch";
	static final String DATA_MATCH = "assertion.dataHash.match";
	static final String DATA_MISMATCH = "assertion.dataHash.mismatch";
	static final String DATA_MALFORMED = "assertion.dataHash.malformed";
	static final String DATA_EXTRA = "assertion.dataHash.additionalExclusionsPresent";
	static final String BMFF_MATCH = "assertion.bmffHash.match";
	static final String BMFF_MISMATCH = "assertion.bmffHash.mismatch";
	static final String BMFF_MALFORMED = "assertion.bmffHash.malformed";
	static final String BOXES_MATCH = "assertion.boxesHash.match";
	static final String BOXES_MISMATCH = "assertion.boxesHash.mismatch";
	static final String BINDINGS_MISSING = "claim.hardBindings.missing";
	static final String BINDINGS_MULTIPLE = "assertion.multipleHardBindings";
	static final String CLAIM_MISSING = "claim.missing";
	static final String CLAIM_MULTIPLE = "claim.multiple";
	static final String CLAIM_MALFORMED = "claim.malformed";
	static final String CBOR_INVALID = "claim.cbor.invalid";
	static final String JUMBF_INVALID = "general.error";
	static final String ALGORITHM = "algorithm.unsupported";
	static final String INGREDIENT_MALFORMED = "assertion.ingredient.malformed";
	static final String INGREDIENT_VALIDATED = "ingredient.manifest.validated";
	static final String INGREDIENT_MISMATCH = "ingredient.manifest.mismatch";
	static final String INGREDIENT_MISSING = "ingredient.manifest.missing";
	static final String INGREDIENT_UNKNOWN = "ingredient.unknownProvenance";

	private Codes() {}
}
