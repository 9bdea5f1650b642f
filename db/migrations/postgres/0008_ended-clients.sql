CREATE TABLE "ended_clients" (
	"document_id" text NOT NULL,
	"client" bigint NOT NULL,
	CONSTRAINT "ended_clients_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
ALTER TABLE "ended_clients" ADD CONSTRAINT "ended_clients_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;