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
package io.github.janusfiji.nn.nd4j;

import io.github.janusfiji.nn.Memory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's workspaces as scopes. The first use of a scope measures how much
 * memory a step takes, later ones reuse it, so memory stays flat.
 */
final class Nd4jWorkspaces implements AutoCloseable {

	private static final WorkspaceConfiguration CONFIGURATION =
		WorkspaceConfiguration.builder().policyAllocation(AllocationPolicy.STRICT)
			.policyLearning(LearningPolicy.FIRST_LOOP).policySpill(
				SpillPolicy.EXTERNAL).policyReset(ResetPolicy.BLOCK_LEFT).build();

	private static final AtomicInteger MADE = new AtomicInteger();

	/** ND4J finds workspaces by name: steps of two models must not share one. */
	private final String name = "janus-" + MADE.incrementAndGet() + "-";

	private final Set<MemoryWorkspace> workspaces = ConcurrentHashMap
		.newKeySet();

	/**
	 * @param step steps of the same sizes share a name
	 * @return a scope of the calling thread
	 */
	Memory.Scope open(final String step) {
		final MemoryWorkspace workspace = Nd4j.getWorkspaceManager()
			.getAndActivateWorkspace(CONFIGURATION, name + step);
		workspaces.add(workspace);
		return workspace::close;
	}

	@Override
	public void close() {
		workspaces.forEach(workspace -> workspace.destroyWorkspace(true));
		workspaces.clear();
	}
}
