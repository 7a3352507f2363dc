//! The command line: what can be said, not what it does.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use tintype_library::Span;

/// A photo library with an API that you run yourself.
#[derive(Debug, Parser)]
#[command(name = "tintype", version, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command understands.
    #[command(flatten)]
    pub common: Common,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The folder of the library [default: $XDG_DATA_HOME/tintype]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The settings file [default: tintype.toml in the current folder, if it is there]
    #[arg(long, global = true, value_name = "FILE", env = "TINTYPE_CONFIG")]
    pub config: Option<PathBuf>,
    /// Print the result as one JSON value
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server
    Serve(Serve),
    /// Run background jobs only, for several machines on one library
    Worker(Worker),
    /// Take pictures in from files and folders
    Import(Import),
    /// Take in a dataset in the public Unsplash-dataset TSV form
    ImportDataset(ImportDataset),
    /// People
    #[command(subcommand)]
    User(UserCommand),
    /// Applications and their keys
    #[command(subcommand)]
    App(AppCommand),
    /// Access tokens
    #[command(subcommand)]
    Token(TokenCommand),
    /// Photos
    #[command(subcommand)]
    Photo(PhotoCommand),
    /// Topics
    #[command(subcommand)]
    Topic(TopicCommand),
    /// The demo
    #[command(subcommand)]
    Demo(DemoCommand),
    /// Bring the database's schema up to date
    Migrate(Migrate),
    /// Build the search index anew
    Reindex,
    /// Compare rows, files and index with each other
    Verify(Verify),
    /// Delete files that nobody uses
    Gc(Gc),
    /// Write a backup into a folder while the server goes on
    Backup {
        /// The folder of the backup
        dir: PathBuf,
    },
    /// Put a backup into an empty library
    Restore {
        /// The folder of the backup
        dir: PathBuf,
    },
    /// Say what is wrong with this installation, and the mend
    Doctor,
    /// Settings
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the description of the API (OpenAPI 3.1)
    Openapi,
    /// Compatibility with a described API
    #[command(subcommand)]
    Compat(CompatCommand),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// Run the server.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// The address people reach the server at
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
    /// Listen on the local network too and print that address with a QR code
    #[arg(long)]
    pub share: bool,
    /// Serve a demo library that fills itself with rendered landscapes
    #[arg(long)]
    pub demo: bool,
    /// Import a folder of own pictures into the demo
    #[arg(long, value_name = "FOLDER", requires = "demo")]
    pub with: Option<PathBuf>,
    /// Leave background jobs to `tintype worker`
    #[arg(long)]
    pub no_workers: bool,
}

/// Run background jobs only.
#[derive(Debug, Args)]
pub struct Worker {
    /// Jobs at once [default: 2]
    #[arg(long)]
    pub count: Option<u32>,
}

/// Take pictures in.
#[derive(Debug, Args)]
pub struct Import {
    /// Files and folders; folders are searched through
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Whose the photos are
    #[arg(long, value_name = "NAME")]
    pub owner: String,
    /// Tags for every photo, parted by commas
    #[arg(long, value_delimiter = ',', value_name = "TAGS")]
    pub tags: Vec<String>,
    /// A collection of the owner for every photo; made when it is not there
    #[arg(long, value_name = "TITLE")]
    pub collection: Option<String>,
    /// License of every photo, such as CC-BY-4.0
    #[arg(long, value_name = "ID")]
    pub license: Option<String>,
    /// Let places in the files be public
    #[arg(long)]
    pub share_place: bool,
    /// Return when renditions and search are done
    #[arg(long)]
    pub wait: bool,
}

/// Take in a dataset.
#[derive(Debug, Args)]
pub struct ImportDataset {
    /// The folder with photos.tsv000, keywords.tsv000 …
    pub dir: PathBuf,
    /// Words only: pictures are painted from the BlurHash
    #[arg(long)]
    pub metadata_only: bool,
}

/// People.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add someone
    Add {
        /// Their username
        name: String,
        /// Their e-mail address
        #[arg(long, value_name = "E")]
        email: Option<String>,
        /// Let them do everything
        #[arg(long)]
        admin: bool,
        /// Read their password from standard input, one line
        #[arg(long)]
        password_stdin: bool,
    },
    /// List everyone
    List,
    /// Give someone a new password, read from standard input
    Password {
        /// Their username
        name: String,
    },
    /// Close someone's account
    Disable {
        /// Their username
        name: String,
    },
}

/// Applications.
#[derive(Debug, Subcommand)]
pub enum AppCommand {
    /// Register an application; prints its access key and, once, its secret key
    Add {
        /// Who answers for it
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// What people call it
        #[arg(long, value_name = "TEXT")]
        name: String,
        /// Where it may send people back to; may be repeated
        #[arg(long, value_name = "URI")]
        redirect_uri: Vec<String>,
        /// Calls in an hour, or `unlimited`
        #[arg(long, value_name = "N")]
        per_hour: Option<String>,
        /// It runs in browsers or on telephones and can keep no secret: PKCE is required of it
        #[arg(long)]
        public: bool,
        /// Pages of this origin alone may call with its key; may be repeated
        #[arg(long, value_name = "ORIGIN")]
        origin: Vec<String>,
        /// Somebody learns with it: answers are strict, and say what the server did
        #[arg(long)]
        teaching: bool,
        /// An access key of your own choice, for scripts that know it beforehand
        #[arg(long, value_name = "KEY")]
        access_key: Option<String>,
    },
    /// List all applications
    List,
    /// Give an application a new secret key; prints it once, the old one is worth nothing
    Rotate {
        /// Its access key
        #[arg(value_name = "KEY")]
        key: String,
    },
    /// Switch an application off, with all its tokens
    Revoke {
        /// Its access key
        #[arg(value_name = "KEY")]
        key: String,
    },
}

/// Access tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Give a token; prints it once
    Add {
        /// For whom it acts
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// Access key of the application it acts through
        #[arg(long, value_name = "KEY")]
        app: String,
        /// What it may do, such as "public write_photos"
        #[arg(long, default_value = "public")]
        scopes: String,
    },
}

/// Which photos a command is about.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// Ids or slugs
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    /// All with this tag
    #[arg(long)]
    pub tag: Option<String>,
    /// All of this import
    #[arg(long)]
    pub batch: Option<String>,
}

/// Photos.
#[derive(Debug, Subcommand)]
pub enum PhotoCommand {
    /// List photos, the newest first
    List {
        /// By this photographer
        #[arg(long)]
        owner: Option<String>,
        /// With this tag
        #[arg(long)]
        tag: Option<String>,
        /// Of this import
        #[arg(long)]
        batch: Option<String>,
        /// At most so many
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Change what is said of photos
    Edit {
        /// Which photos
        #[command(flatten)]
        which: Which,
        /// New title; empty for none
        #[arg(long)]
        title: Option<String>,
        /// New description; empty for none
        #[arg(long)]
        description: Option<String>,
        /// New text for those who cannot see it; empty for none
        #[arg(long)]
        alt: Option<String>,
        /// All tags anew, parted by commas
        #[arg(long, value_delimiter = ',')]
        tags: Option<Vec<String>>,
        /// New license
        #[arg(long)]
        license: Option<String>,
        /// Whether `content_filter=high` leaves it out
        #[arg(long)]
        sensitive: Option<bool>,
        /// Whether the place in its file may be public
        #[arg(long)]
        share_place: Option<bool>,
    },
    /// Put photos into the editorial feed
    Feature {
        /// Which photos
        #[command(flatten)]
        which: Which,
        /// Take them out again
        #[arg(long)]
        undo: bool,
    },
    /// Take photos out of search and lists; their addresses live on
    Withdraw {
        /// Which photos
        #[command(flatten)]
        which: Which,
        /// Put them back
        #[arg(long)]
        undo: bool,
    },
    /// Delete photos and their files
    Delete {
        /// Which photos
        #[command(flatten)]
        which: Which,
    },
}

/// Topics.
#[derive(Debug, Subcommand)]
pub enum TopicCommand {
    /// Add a topic
    Add {
        /// Its title
        title: String,
        /// Who keeps it
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// Its name in URLs; made from the title when not given
        #[arg(long)]
        slug: Option<String>,
        /// What belongs in it
        #[arg(long)]
        description: Option<String>,
        /// Place in the order, the smallest first
        #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
        position: i32,
        /// Show it at the top
        #[arg(long)]
        featured: bool,
    },
    /// Change a topic, or what is in it
    Edit {
        /// Its id or slug
        topic: String,
        /// New title
        #[arg(long)]
        title: Option<String>,
        /// New description; empty for none
        #[arg(long)]
        description: Option<String>,
        /// featured, visible or hidden
        #[arg(long)]
        visibility: Option<String>,
        /// New place in the order
        #[arg(long, allow_negative_numbers = true)]
        position: Option<i32>,
        /// Put these photos in; ids or slugs
        #[arg(long, value_name = "ID", value_delimiter = ',')]
        add: Vec<String>,
        /// Take these photos out
        #[arg(long, value_name = "ID", value_delimiter = ',')]
        take_out: Vec<String>,
    },
    /// Remove a topic; its photos stay
    Remove {
        /// Its id or slug
        topic: String,
    },
}

/// The demo.
#[derive(Debug, Subcommand)]
pub enum DemoCommand {
    /// Put the demo back as it was
    Reset,
}

/// Bring the schema up to date.
#[derive(Debug, Args)]
pub struct Migrate {
    /// Only say whether something is to be done; exit 1 if so
    #[arg(long)]
    pub check: bool,
    /// Only say what would be done
    #[arg(long, conflicts_with = "check")]
    pub plan: bool,
}

/// Compare everything.
#[derive(Debug, Args)]
pub struct Verify {
    /// Read every file and hash it again
    #[arg(long)]
    pub deep: bool,
}

/// Delete files that nobody uses.
#[derive(Debug, Args)]
pub struct Gc {
    /// Only say what would go
    #[arg(long)]
    pub dry_run: bool,
    /// How old a file must be, such as 24h [default: the setting gc.grace]
    #[arg(long, value_parser = Span::parse)]
    pub grace: Option<Span>,
}

/// Settings.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the settings in force, secrets left out
    Show,
    /// Print the JSON Schema of the settings file
    Schema,
}

/// Compatibility.
#[derive(Debug, Subcommand)]
pub enum CompatCommand {
    /// Call every operation of an OpenAPI document on a running server; exit 1 when something
    /// does not conform
    Check {
        /// The server, as in http://127.0.0.1:8080
        url: String,
        /// Access key of an application
        #[arg(long)]
        key: String,
        /// The document, OpenAPI 3.1 in JSON
        #[arg(long, value_name = "FILE")]
        spec: PathBuf,
        /// A person's token, for the operations that write; they change nothing that stays
        #[arg(long)]
        token: Option<String>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
